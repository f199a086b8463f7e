import { Button, Form, Hidden, type Problem, Progress, Text } from '../../../design/index.ts'
import type { Member } from '../../people/index.ts'
import type { Plan } from '../plan.ts'
import { reviewFrame } from '../review-plan/review-frame.tsx'
import { type QuestionGroup, questionGroups, type Showing } from './question-groups.ts'
import { QuestionItem } from './question-item.tsx'
import { PASSAGE, type ReviewItem } from './review-item.ts'
import { progressInWords, progressOf } from './review-progress.ts'

export type QuestionsView = {
  readonly plan: Plan
  readonly items: readonly ReviewItem[]
  readonly showing: Showing
  /** one that was asked for by a link */
  readonly at: string | null
  readonly claims: readonly { readonly text: string }[]
  /** the actions a passage may belong to, as a list offers them */
  readonly actionLabels: readonly string[]
  readonly once: string
  readonly flash: string | null
  /** what was just looked at, so that it can be opened again */
  readonly done: ReviewItem | null
  readonly problems: readonly Problem[]
}

/** Everything a careful colleague would ask, and every passage left over, as one list to work through. */
export function questionsPage(visitor: Member, view: QuestionsView): string {
  const { plan, items, showing } = view
  const progress = progressOf(items)
  const groups = questionGroups(items, showing, view.at)
  const url = `/plans/${plan.id}/review/questions`
  return reviewFrame(
    { visitor, plan, current: 'questions', progress, flash: view.flash, problems: view.problems },
    <>
      <div class="trellis-work">
        <Progress
          label={progressInWords(progress)}
          fraction={progress.all === 0 ? 1 : progress.lookedAt / progress.all}
        />
        {view.done && <OpenAgain url={url} item={view.done} once={view.once} />}
        <p class="trellis-work__ways">
          <span class="trellis-work__keys" data-keys-hint>
            Keys: <kbd>j</kbd> next, <kbd>k</kbd> back, <kbd>c</kbd> checked, it is right, <kbd>l</kbd> leave as it is,{' '}
            <kbd>Enter</kbd> to its field
          </span>
          <a href={showing === 'open' ? `${url}?show=all` : url}>
            {showing === 'open' ? 'Show those looked at too' : 'Show open ones only'}
          </a>
        </p>
      </div>
      {items.some(({ kind, answer }) => kind === 'question' && answer === null) && (
        <Text>
          For each, either put it right where its link leads; or say that you checked it and it is right; or leave it as
          it is without checking. What you say is kept with your name.
        </Text>
      )}
      {view.claims.length > 0 && <Claims claims={view.claims} />}
      {groups.length === 0 && (
        <Text>
          Nothing is open. <a href={`/plans/${plan.id}/review#adopt`}>Adopt the plan</a> when its title and period are
          right.
        </Text>
      )}
      <datalist id="actions-of-plan">
        {view.actionLabels.map((label) => (
          <option value={label} />
        ))}
      </datalist>
      <trellis-work-through>
        {groups.map((group) => (
          <Group group={group} view={view} url={url} />
        ))}
      </trellis-work-through>
    </>,
  )
}

function OpenAgain({ url, item, once }: { readonly url: string; readonly item: ReviewItem; readonly once: string }) {
  return (
    <Form action={`${url}/again`} once={once}>
      <p class="trellis-work__undo">
        Looked at: {short(item.message)} <Hidden name="key" value={item.key} />
        <Button kind="quiet">Undo</Button>
      </p>
    </Form>
  )
}

function Claims({ claims }: Pick<QuestionsView, 'claims'>) {
  return (
    <div class="govuk-inset-text">
      The document itself says:
      <ul class="govuk-list govuk-list--bullet">
        {claims.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ul>
    </div>
  )
}

type GroupProps = { readonly group: QuestionGroup; readonly view: QuestionsView; readonly url: string }

function Group({ group, view, url }: GroupProps) {
  const { code, title, why, items, left, open } = group
  return (
    <section class="trellis-work__group">
      <h2 class="govuk-heading-m" id={`asked-${code}`}>
        {title} <span class="trellis-work__count">{open > 0 ? `${open} open` : 'all looked at'}</span>
      </h2>
      {why && <p class="govuk-body">{why}</p>}
      <ol class="trellis-work__list">
        {items.map((item) => (
          <QuestionItem item={item} plan={view.plan} url={url} once={view.once} />
        ))}
      </ol>
      {left > 0 && <p class="trellis-detail">And {left} more of this kind: they follow as these are looked at.</p>}
      {open > 1 && (
        <Form action={`${url}/answer`} once={view.once}>
          <Hidden name="code" value={code} />
          <Button kind="secondary" name="answer" value={code === PASSAGE ? 'nothing-to-keep' : 'left-as-it-is'}>
            {code === PASSAGE ? `Keep nothing of these ${open}` : `Leave all ${open} as they are`}
          </Button>
        </Form>
      )}
    </section>
  )
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 90).replace(/\s+\S*$/, '')}…` : text
}
