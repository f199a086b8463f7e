import {
  Button,
  ButtonGroup,
  type Child,
  Detail,
  Details,
  ErrorSummary,
  Form,
  Heading,
  Hidden,
  Inset,
  Lede,
  Notice,
  Select,
  Table,
  Text,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { directoryRecordPage } from '../directory/directory-frame.tsx'
import type { Member } from '../visitor.ts'
import type { Answers, Step } from './bringing.ts'
import type { DirectoryList } from './directory-list.store.ts'

export type ListView = {
  readonly list: DirectoryList
  readonly steps: readonly Step[]
  /** by this mark the form says what its sender saw */
  readonly mark: string
  readonly answers: Answers
  readonly problem: string | null
  readonly once: string
}

/** What will happen with every row of a list, before any of it does. */
export function listPage(visitor: Member, view: ListView): string {
  const { list, steps, problem } = view
  const of = (outcome: Step['outcome']) => steps.filter((step) => step.outcome === outcome)
  const unclear = of('unclear')
  const willDo = of('new').length + of('changed').length
  return directoryRecordPage(
    { visitor, list: 'people', title: 'What will happen', heading: 'What will happen', hasProblems: problem !== null },
    <>
      <ErrorSummary problems={problem ? [{ field: 'bring', message: problem }] : []} />
      <Lede>{inShort(steps)}</Lede>
      <Text>
        {counted(steps.length, 'row')} of {list.name}.{' '}
        {list.unused.length > 0 && `Not used, for the directory keeps nothing of the kind: ${list.unused.join(', ')}.`}
      </Text>
      {willDo + unclear.length === 0 && <Notice kind="information" title="This list changes nothing" />}
      <MaybeForm list={list} once={view.once} isNeeded={willDo + unclear.length > 0}>
        {willDo + unclear.length > 0 && <Hidden name="mark" value={view.mark} />}
        {unclear.length > 0 && (
          <section>
            <Heading level={2}>Unclear: say who is meant</Heading>
            {unclear.map((step) => (
              <Unclear step={step} answer={view.answers.get(step.row.line) ?? ''} />
            ))}
          </section>
        )}
        <Steps title="New" steps={of('new')} />
        <Steps title="Changed" steps={of('changed')} />
        <Steps title="Left out" why="Why" steps={of('left-out')} />
        <Steps title="Known already: nothing happens" steps={of('same')} folded />
        {willDo + unclear.length > 0 && (
          <div id="bring">
            <ButtonGroup>
              <Button>Bring in this list</Button>
              <Button kind="quiet" href="/people">
                Cancel
              </Button>
            </ButtonGroup>
          </div>
        )}
      </MaybeForm>
    </>,
  )
}

/** The rows, in a form where there is anything to do. */
function MaybeForm(props: {
  readonly list: DirectoryList
  readonly once: string
  readonly isNeeded: boolean
  readonly children: Child
}) {
  const { list, once, isNeeded, children } = props
  if (!isNeeded) return <>{children}</>
  return (
    <Form action={`/directory-lists/${list.id}/done`} once={once}>
      {children}
    </Form>
  )
}

function inShort(steps: readonly Step[]): string {
  const count = (outcome: Step['outcome']) => steps.filter((step) => step.outcome === outcome).length
  const words = { new: 'new', changed: 'changed', unclear: 'unclear', 'left-out': 'left out', same: 'known already' }
  const facts = (['new', 'changed', 'unclear', 'left-out', 'same'] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${count(outcome)} ${words[outcome]}`)
  return `${facts.join(', ')}. Nothing has happened yet.`
}

function whoIn({ row }: Step): string {
  return row.name || row.organisation || row.email || 'No name'
}

function Unclear({ step, answer }: { readonly step: Step; readonly answer: string }) {
  const { row, says, choices } = step
  const cells = [row.email, row.organisation, row.post].filter((cell) => cell !== '')
  return (
    <Inset quiet>
      <Select
        name={`line-${row.line}`}
        label={`Line ${row.line}: ${whoIn(step)}`}
        hint={[...says, ...(cells.length > 0 ? [`The list says ${cells.join(', ')}`] : [])].join('. ')}
        none="Leave this row out"
        value={answer}
        options={choices}
      />
    </Inset>
  )
}

type StepsProps = {
  readonly title: string
  readonly why?: string
  readonly steps: readonly Step[]
  readonly folded?: true
}

function Steps({ title, steps, folded, why = 'What happens' }: StepsProps) {
  if (steps.length === 0) return null
  const table = (
    <Table
      caption={`${title}: ${counted(steps.length, 'row')}`}
      captionIsHidden
      columns={[
        { key: 'who', header: 'Who', isReference: true },
        { key: 'what', header: why, width: 'wide' },
        { key: 'line', header: 'Line', align: 'end' },
      ]}
      rows={steps.map((step) => ({
        who: whoIn(step),
        what: <Said says={step.says} />,
        line: step.row.line,
      }))}
    />
  )
  return (
    <section>
      {folded ? (
        <Details summary={`${title} (${steps.length})`}>{table}</Details>
      ) : (
        <>
          <Heading level={2}>
            {title} ({steps.length})
          </Heading>
          {table}
        </>
      )}
    </section>
  )
}

function Said({ says: [first = 'Nothing', ...more] }: { readonly says: readonly string[] }) {
  return (
    <>
      {first}
      {more.map((each) => (
        <Detail>{each}</Detail>
      ))}
    </>
  )
}
