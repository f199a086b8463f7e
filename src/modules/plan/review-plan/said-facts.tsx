import { Inset } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { SaidInDocument } from '../plan.ts'
import type { ReviewView } from './review-view.ts'
import { saidInWords } from './said-in-words.ts'

/** Said once at the top of the review of a document that tells how things went. */
export function SaidNotice({ view }: { readonly view: Pick<ReviewView, 'toldOf'> }) {
  if (view.toldOf === 0) return null
  return (
    <Inset>
      The document also tells how {counted(view.toldOf, 'action')} went, with a rating, a comment or an ending. Each is
      shown beside its action, and corrected with it. When you adopt the plan they stay with the actions as what the
      document said, and are nobody’s updates.
    </Inset>
  )
}

/** What the document says of how one action went, as rows of its facts. */
export function SaidFacts({ said }: { readonly said: SaidInDocument }) {
  return (
    <>
      {saidInWords(said).map(({ name, words, understood }) => (
        <div>
          <dt>
            {name}
            <span class="govuk-visually-hidden"> in the document</span>
          </dt>
          <dd>
            {words}
            {understood !== null && <span class="trellis-read__understood">{` → ${understood}`}</span>}
          </dd>
        </div>
      ))}
    </>
  )
}
