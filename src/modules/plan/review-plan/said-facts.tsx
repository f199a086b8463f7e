import { Inset } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { RatingReading } from '../../reading/index.ts'
import type { ReviewView } from './review-view.ts'
import type { SaidInDocument } from './said-in-document.ts'

/** Said once at the top of the review of a document that tells how things went. */
export function SaidNotice({ view }: { readonly view: Pick<ReviewView, 'said'> }) {
  if (view.said.size === 0) return null
  return (
    <Inset>
      The document also tells how {counted(view.said.size, 'action')} went, with a rating, a comment or an ending. Each
      is shown beside its action. Adopting the plan keeps them in the document, but does not carry them over as updates.
    </Inset>
  )
}

/** What the document says of how one action went, as rows of its facts. */
export function SaidFacts({ said }: { readonly said: SaidInDocument | undefined }) {
  if (!said) return null
  const { progressRating, impactRating, narrative, disposal } = said
  return (
    <>
      {progressRating && <RatingFact name="Progress" rating={progressRating} />}
      {impactRating && <RatingFact name="Impact" rating={impactRating} />}
      {narrative !== null && <Fact name="Comment" words={narrative} />}
      {disposal && <Fact name="Ending" words={disposal.words} understood={disposal.kind.replaceAll('-', ' ')} />}
    </>
  )
}

/** A rating as the document has it, and the colour it was read as where its words do not say that. */
function RatingFact({ name, rating }: { readonly name: string; readonly rating: RatingReading }) {
  const { text, key } = rating
  const isPlain = key === null || text.toLowerCase() === key
  return <Fact name={name} words={text} {...(!isPlain && { understood: key })} />
}

function Fact(props: { readonly name: string; readonly words: string; readonly understood?: string }) {
  return (
    <div>
      <dt>
        {props.name}
        <span class="govuk-visually-hidden"> in the document</span>
      </dt>
      <dd>
        {props.words}
        {props.understood && <span class="trellis-read__understood"> → {props.understood}</span>}
      </dd>
    </div>
  )
}
