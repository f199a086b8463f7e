import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Heading,
  Hidden,
  Lede,
  Notice,
  PageHeading,
  Text,
} from '../../../../../design/index.ts'
import { counted } from '../../../../../kernel/counted.ts'
import { type Member, memberPage } from '../../../../people/index.ts'
import { packAnswers } from '../answers-in-form.ts'
import type { Fate, Foretold } from '../foretell.ts'
import { Changed, MOST_QUESTIONS, Rows } from './answers-page-parts.tsx'
import type { Looked } from './look-at-answers.ts'

export type AnswersView = Looked & {
  readonly name: string
  readonly replace: ReadonlySet<number>
  readonly problem: string | null
  readonly once: string
}

/** What will happen with every row of a filled-in sheet, before any of it does. */
export function answersPage(visitor: Member, view: AnswersView): string {
  const { rows, name, problem, mark, once, replace } = view
  const of = (fate: Fate) => rows.filter((told) => told.fate === fate && !told.changed)
  const changed = rows.filter((told) => told.changed)
  const canDo = of('send').length + of('draft').length + changed.length
  return memberPage(
    {
      visitor,
      title: 'What will happen',
      section: 'updates',
      hasProblems: problem !== null,
      breadcrumbs: [
        { text: 'My updates', href: '/updates' },
        { text: 'By spreadsheet', href: '/updates/spreadsheet' },
        { text: 'What will happen' },
      ],
    },
    <>
      <ErrorSummary problems={problem ? [{ field: 'choose', message: problem }] : []} />
      <PageHeading>What will happen</PageHeading>
      <Lede>{inShort(rows)}</Lede>
      <Text>
        {counted(rows.length, 'row')} of {name}.
      </Text>
      {canDo === 0 && <Notice kind="information" title="This spreadsheet changes nothing" />}
      <Rows title="Ready to send" why="What happens" rows={of('send')} says="It is complete." />
      <Rows title="Kept as a draft" why="What it needs before it can be sent" rows={of('draft')} says="" />
      <Rows title="Left out" why="Why" rows={of('refused')} says="It can only be corrected on its page." />
      <Rows title="Not found" why="Why" rows={of('not-found')} says="No request of yours has this row’s hidden mark." />
      <Rows title="Unchanged" why="What happens" rows={of('same')} says="Nothing." folded />
      {canDo > 0 && (
        <Form action="/updates/spreadsheet/answers" enctype="multipart/form-data" once={once}>
          {packAnswers(rows.map(({ row }) => row)).map((piece, at) => (
            <Hidden name={`answers-${at + 1}`} value={piece} />
          ))}
          <Hidden name="name" value={name} />
          <Hidden name="mark" value={mark} />
          {changed.length > 0 && (
            <section>
              <Heading level={2}>Changed on the web since the download ({changed.length})</Heading>
              {changed.slice(0, MOST_QUESTIONS).map((told) => (
                <Changed told={told} replace={replace} />
              ))}
              {changed.length > MOST_QUESTIONS && (
                <Text>The other {changed.length - MOST_QUESTIONS} are left out. Hand the sheet in again for them.</Text>
              )}
            </section>
          )}
          <div id="choose">
            <ButtonGroup>
              <Button name="how" value="send">
                Send those that are complete, keep the rest as drafts
              </Button>
              <Button kind="secondary" name="how" value="drafts">
                Keep all as drafts
              </Button>
              <Button kind="quiet" href="/updates/spreadsheet">
                Cancel
              </Button>
            </ButtonGroup>
          </div>
        </Form>
      )}
    </>,
  )
}

const IN_WORDS = {
  send: 'complete',
  draft: 'kept as a draft',
  changed: 'changed on the web since',
  refused: 'left out',
  'not-found': 'not found',
  same: 'unchanged',
} as const

function inShort(rows: readonly Foretold[]): string {
  const count = (kind: keyof typeof IN_WORDS) =>
    rows.filter(({ fate, changed }) => (changed ? 'changed' : fate) === kind).length
  const facts = (['send', 'draft', 'changed', 'refused', 'not-found', 'same'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${IN_WORDS[kind]}`)
  return `${facts.join(', ')}. Nothing has happened yet.`
}
