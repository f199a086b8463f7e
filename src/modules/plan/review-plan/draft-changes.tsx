import { Button, Details, Form, Hidden } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { longMoment } from '../../../kernel/day.ts'
import type { ReviewView } from './review-view.ts'

type Seen = { readonly view: ReviewView }

/** The last correction of the draft, and the way back from it. */
export function LastChange({ view }: { readonly view: Pick<ReviewView, 'lastChange' | 'plan' | 'once'> }) {
  const { lastChange, plan, once } = view
  if (!lastChange) return null
  return (
    <Form action={`/plans/${plan.id}/undo`} once={once}>
      <Hidden name="change" value={lastChange.id} />
      <p class="trellis-work__undo">
        {lastChange.words}, by {lastChange.by} on {longMoment(lastChange.at)} <Button kind="quiet">Undo</Button>
      </p>
    </Form>
  )
}

/** Rows that somebody said are no actions: kept, listed, and taken back by a button. */
export function SetAsideRows({ view }: Seen) {
  const { setAside, once } = view
  const { first, count } = setAside
  if (count === 0) return null
  return (
    <Details summary={`${counted(count, 'row')} set aside as no action`}>
      {first.length < count && (
        <p class="trellis-detail">
          The first {first.length} are listed. The others are kept, and come up as these are taken back.
        </p>
      )}
      <ul class="trellis-aside">
        {first.map(({ id, ref, text }) => (
          <li>
            <span>
              {ref && <strong>{ref} </strong>}
              {text}
            </span>
            <Form action={`/actions/${id}/return`} once={once}>
              <button class="trellis-small-button" type="submit">
                Take back<span class="govuk-visually-hidden"> {ref ?? text}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </Details>
  )
}
