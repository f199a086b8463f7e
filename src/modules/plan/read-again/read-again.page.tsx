import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Hidden,
  Lede,
  PageHeading,
  type Problem,
  Tag,
  Text,
} from '../../../design/index.ts'
import { longMoment } from '../../../kernel/day.ts'
import type { FileId } from '../../../kernel/id.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { EarlierReading } from './earlier-reading.store.ts'

export type ReadAgainView = {
  readonly fileId: FileId
  /** what the file is called that was handed over now */
  readonly name: string
  /** never empty; the latest first */
  readonly earlier: readonly EarlierReading[]
  readonly once: string
  readonly problems: readonly Problem[]
}

/** Says that a document was handed over before, and offers what it became, or to read it once more. */
export function readAgainPage(visitor: Member, { fileId, name, earlier, once, problems }: ReadAgainView): string {
  return memberPage(
    {
      visitor,
      title: 'This document was handed over before',
      section: 'read',
      back: { text: 'Read a plan', href: '/documents/new' },
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading>This document was handed over before</PageHeading>
      <Lede>
        “{name}” is, byte for byte, a document that Trellis has already. Most likely you want to go on with what it
        became.
      </Lede>
      <ul class="trellis-recipes">
        {earlier.map((reading) => (
          <Earlier reading={reading} />
        ))}
      </ul>
      <div id="again">
        <Text>
          Reading it again makes a new draft beside {earlier.length === 1 ? 'this one' : 'these'}, without the
          corrections made there.
        </Text>
        <Form action={`/documents/${fileId}/again`} once={once}>
          <Hidden name="name" value={name} />
          <ButtonGroup>
            {earlier[0] && <Button href={placeOf(earlier[0])}>{openInWords(earlier[0])}</Button>}
            <Button kind="secondary">Read it again as a new draft</Button>
          </ButtonGroup>
        </Form>
      </div>
    </>,
  )
}

function Earlier({ reading }: { readonly reading: EarlierReading }) {
  const { fileName, by, at, plan } = reading
  return (
    <li class="trellis-recipes__item">
      <h2 class="govuk-heading-s">
        <a href={placeOf(reading)}>{plan?.title ?? 'It is being read'}</a>{' '}
        {plan && (plan.isAdopted ? <Tag tone="plum">Adopted</Tag> : <Tag>Draft</Tag>)}
      </h2>
      <p class="trellis-detail">
        Handed over as {fileName} by {by} on {longMoment(at)}
      </p>
    </li>
  )
}

/** Where what a document became is to be seen; while it is read, how far that is. */
function placeOf({ id, plan }: EarlierReading): string {
  if (!plan) return `/readings/${id}`
  return plan.isAdopted ? `/plans/${plan.id}` : `/plans/${plan.id}/review`
}

function openInWords({ plan }: EarlierReading): string {
  if (!plan) return 'See how far it is read'
  return plan.isAdopted ? 'Open the plan' : 'Open the draft'
}
