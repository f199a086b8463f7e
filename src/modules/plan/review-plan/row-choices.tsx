import { Form, Hidden } from '../../../design/index.ts'
import type { Action } from '../plan.ts'
import type { ReviewView } from './review-view.ts'

/** What can be done to a row that was read wrongly. */
export function RowChoices({ action, view }: { readonly action: Action; readonly view: ReviewView }) {
  const name = action.ref ?? action.text
  return (
    <Form action={`/actions/${action.id}/correction`} once={view.once}>
      <Hidden name="version" value={String(action.version)} />
      <p class="trellis-read__choices">
        <button class="trellis-link-button" type="submit" name="step" value="set-aside">
          Not an action<span class="govuk-visually-hidden">: {name}</span>
        </button>
        <button class="trellis-link-button" type="submit" name="step" value="join">
          Join with the row above<span class="govuk-visually-hidden">: {name}</span>
        </button>
        <a href={`/actions/${action.id}/split`}>
          Split<span class="govuk-visually-hidden"> {name}</span>
        </a>
      </p>
    </Form>
  )
}
