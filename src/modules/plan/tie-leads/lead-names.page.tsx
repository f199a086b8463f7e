import {
  Button,
  Detail,
  EmptyState,
  ErrorSummary,
  Filters,
  Form,
  Hidden,
  Lede,
  Notice,
  PageHeading,
  type Problem,
  problemOf,
  Select,
  Suggestions,
  Table,
  Text,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { Guess } from '../tie-names/guess-known.ts'
import type { LeadSpelling } from './lead-spelling.store.ts'
import type { TieChange } from './tie-change.store.ts'
import { wasKey } from './tie-leads.ts'

export type LeadNamesView = {
  readonly planId: PlanId | null
  readonly plans: readonly { readonly id: PlanId; readonly title: string }[]
  /** each with the label of what it is tied to, as its box says it, and who it may be */
  readonly spellings: readonly (LeadSpelling & {
    readonly label: string
    readonly guesses: readonly (Guess & { readonly label: string })[]
  })[]
  readonly suggestions: readonly string[]
  readonly last: TieChange | null
  readonly problems: readonly Problem[]
  readonly typed: ReadonlyMap<number, string>
  readonly once: string
}

/** Every way in which plans write who leads, and who that is. */
export function leadNamesPage(visitor: Member, view: LeadNamesView, flash: string | null): string {
  const { planId, spellings, problems, last, once } = view
  const open = spellings.filter(({ ties }) => ties.length === 0)
  return memberPage(
    {
      visitor,
      title: 'Names in plans',
      section: 'directory',
      wide: true,
      breadcrumbs: [{ text: 'Directory', href: '/people' }, { text: 'Names in plans' }],
      flash: flash ? { kind: 'done', title: flash } : null,
      hasProblems: problems.length > 0,
    },
    <>
      <PageHeading>Names in plans</PageHeading>
      <ErrorSummary problems={problems} />
      <Lede>
        {open.length === 0
          ? 'Every name that leads an action is tied to somebody of the directory.'
          : `${counted(open.length, 'name')} of ${spellings.length} tied to nobody: nobody is asked for their updates.`}
      </Lede>
      {last && (
        <Form action="/lead-names/undo" once={once}>
          <Hidden name="change" value={last.id} />
          <Text>Last change: {last.words}.</Text>
          <Button kind="secondary">Undo it</Button>
        </Form>
      )}
      <Filters action="/lead-names" chosen={planId ? 1 : 0} clearHref="/lead-names">
        <Select
          name="plan"
          label="Plan"
          none="All plans"
          value={planId ?? ''}
          options={view.plans.map(({ id, title }) => ({ value: id, text: title }))}
        />
      </Filters>
      {spellings.length === 0 ? (
        <EmptyState title="No plan names a lead yet">Read a plan first.</EmptyState>
      ) : (
        <Form action="/lead-names" once={once}>
          {planId && <Hidden name="plan" value={planId} />}
          <Table
            caption={counted(spellings.length, 'name')}
            columns={[
              { key: 'text', header: 'As the plan writes it', isReference: true },
              { key: 'actions', header: 'Actions', align: 'end' },
              { key: 'known', header: 'Who that is', width: 'wide' },
            ]}
            rows={spellings.map((spelling, at) => ({
              text: spelling.text,
              actions: spelling.actions,
              known: <KnownBox spelling={spelling} at={at} view={view} />,
            }))}
          />
          <Button>Save these ties</Button>
        </Form>
      )}
      {spellings.length > 0 && (
        <Notice kind="information" title="The plan’s words stay as they are">
          Emptying a box unties the name. Each change is in the history of its actions, and can be undone here.
        </Notice>
      )}
      <Suggestions id="known" options={view.suggestions} />
    </>,
  )
}

type KnownBoxProps = {
  readonly spelling: LeadNamesView['spellings'][number]
  readonly at: number
  readonly view: LeadNamesView
}

function KnownBox({ spelling, at, view }: KnownBoxProps) {
  const { text, ties, label, guesses } = spelling
  return (
    <>
      <Hidden name={`text-${at}`} value={text} />
      <Hidden name={`was-${at}`} value={ties.map(wasKey).join(',')} />
      <Hidden name={`label-${at}`} value={label} />
      <TextInput
        name={`known-${at}`}
        label={<span class="govuk-visually-hidden">Who “{text}” is</span>}
        value={view.typed.get(at) ?? label}
        list="known"
        width="long"
        error={problemOf(view.problems, `known-${at}`)}
      />
      {guesses.map((guess) => (
        <Detail>
          {guess.confidence === 'likely' ? 'Likely' : 'Possibly'} {guess.label}: {guess.reason.toLowerCase()}
        </Detail>
      ))}
    </>
  )
}
