import { Form, Hidden } from '../../../design/index.ts'
import { longMoment } from '../../../kernel/day.ts'
import type { Plan } from '../plan.ts'
import { placeInWords } from '../review-plan/place-in-words.ts'
import { PassageChoices } from './passage-choices.tsx'
import type { AnswerKind, ReviewAnswer } from './review-answer.store.ts'
import type { ReviewItem } from './review-item.ts'

type ItemProps = {
  readonly item: ReviewItem
  readonly plan: Plan
  readonly url: string
  readonly once: string
}

/** One thing to look at: what is asked, of what, and what can be done about it. */
export function QuestionItem({ item, plan, url, once }: ItemProps) {
  const { key, answer, message, action, actionIds } = item
  const href = fieldOf(item, plan)
  return (
    <li class="trellis-work__item" id={`q-${key}`} data-item={answer ? 'looked-at' : 'open'}>
      <div class="trellis-work__words">
        {action && (
          <p class="trellis-work__about">
            <strong>{action.ref ?? '–'}</strong> {action.text}
            {actionIds.length > 1 && <span class="trellis-detail">and {actionIds.length - 1} more</span>}
          </p>
        )}
        <p class="trellis-work__message">{message}</p>
        {item.kind === 'passage' && item.where && <p class="trellis-detail">{placeInWords(item.where)}</p>}
        {answer && <Answered answer={answer} />}
      </div>
      <div class="trellis-work__choices">
        {href && (
          <a class="govuk-link" href={href} data-key="Enter">
            {linkWords(item)}
            <span class="govuk-visually-hidden"> {action?.ref ?? ''}</span>
          </a>
        )}
        {answer ? (
          <Form action={`${url}/again`} once={once}>
            <Hidden name="key" value={key} />
            <Small value={null}>Open again</Small>
          </Form>
        ) : (
          <Form action={`${url}/answer`} once={once}>
            <Hidden name="key" value={key} />
            {item.kind === 'question' ? (
              <>
                <Small value="asked-and-answered" shortcut="c">
                  Checked: it is right
                </Small>
                <Small value="left-as-it-is" shortcut="l">
                  Leave as it is
                </Small>
              </>
            ) : (
              <Small value="nothing-to-keep" shortcut="l">
                Nothing to keep
              </Small>
            )}
          </Form>
        )}
        {item.kind === 'passage' && !answer && <PassageChoices item={item} plan={plan} once={once} />}
      </div>
    </li>
  )
}

type SmallProps = { readonly value: AnswerKind | null; readonly shortcut?: string; readonly children: string }

function Small({ value, shortcut, children }: SmallProps) {
  return (
    <button class="trellis-small-button" type="submit" data-key={shortcut} {...(value && { name: 'answer', value })}>
      {children}
    </button>
  )
}

const SAID: Readonly<Record<AnswerKind, string>> = {
  'asked-and-answered': 'Checked: it is right',
  'left-as-it-is': 'Left as it is',
  'nothing-to-keep': 'Nothing to keep',
  'became-action': 'Became an action',
  'went-to-action': 'Went to an action',
}

function Answered({ answer }: { readonly answer: ReviewAnswer }) {
  return (
    <p class="trellis-detail">
      {SAID[answer.kind]}, by {answer.by} on {longMoment(answer.at)}
    </p>
  )
}

/** Questions that are answered by telling what a colour of the document means. */
const ABOUT_COLOURS = new Set(['colour-without-key', 'blue-is-not-complete'])

/** Where the thing asked about can be put right; from there the way leads back to this place of the list. */
export function fieldOf({ key, code, action, part, field, kind }: ReviewItem, plan: Plan): string | null {
  if (ABOUT_COLOURS.has(code)) return `/plans/${plan.id}/review/colours`
  if (action) return `/actions/${action.id}/change?from=${key}#${fieldId(field)}`
  if (field === 'period') return `/plans/${plan.id}/review#details`
  if (part) return `/plans/${plan.id}/review/parts#part-${part.id}`
  return kind === 'passage' ? null : `/plans/${plan.id}/review#actions`
}

function fieldId(field: ReviewItem['field']): string {
  switch (field) {
    case 'leads':
      return 'leadWords'
    case 'ref':
    case 'measure':
    case 'timescale':
      return field
    default:
      return 'text'
  }
}

function linkWords({ code, action, field, part }: ReviewItem): string {
  if (ABOUT_COLOURS.has(code)) return 'Say what the colour means'
  if (action) return field === 'leads' ? 'Correct the leads' : `Correct the ${field ?? 'action'}`
  return field === 'period' ? 'Set the period' : part ? 'Correct the heading' : 'Look at the plan'
}
