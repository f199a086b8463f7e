import { Form, Hidden } from '../../../design/index.ts'
import { PASSAGE_FIELDS } from '../add-action/place-passage.ts'
import type { Plan } from '../plan.ts'
import type { ReviewItem } from './review-item.ts'

type PassageProps = {
  readonly item: ReviewItem
  readonly plan: Plan
  readonly once: string
}

/** What a passage can become: an action of its own, or words of one. The list of actions stands once on the page, for all. */
export function PassageChoices({ item, plan, once }: PassageProps) {
  const action = `/plans/${plan.id}/review/passages`
  return (
    <>
      <Form action={action} once={once}>
        <Hidden name="key" value={item.key} />
        <Hidden name="become" value="action" />
        <button class="trellis-small-button" type="submit">
          This is an action
        </button>
      </Form>
      <details class="trellis-belongs">
        <summary>It belongs to an action</summary>
        <Form action={action} once={once}>
          <Hidden name="key" value={item.key} />
          <Hidden name="become" value="words" />
          <label class="trellis-belongs__label" for={`ref-${item.key}`}>
            Reference
          </label>
          <input
            class="govuk-input trellis-belongs__ref"
            id={`ref-${item.key}`}
            name="action"
            type="text"
            list="actions-of-plan"
            autocomplete="off"
          />
          <label class="trellis-belongs__label" for={`field-${item.key}`}>
            It is
          </label>
          <select class="govuk-select trellis-belongs__field" id={`field-${item.key}`} name="field">
            {PASSAGE_FIELDS.map(({ field, words }) => (
              <option value={field}>{words}</option>
            ))}
          </select>
          <button class="trellis-small-button" type="submit">
            Put it there
          </button>
        </Form>
      </details>
    </>
  )
}
