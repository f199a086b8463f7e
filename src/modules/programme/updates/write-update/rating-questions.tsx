import {
  AskedWhen,
  DateField,
  Inset,
  problemOf,
  RatingChip,
  RatingChoice,
  Select,
  TextArea,
  TextInput,
} from '../../../../design/index.ts'
import { needsRecovery, type RatingRule } from '../../../plan/index.ts'
import type { RatingKey } from '../../../reading/index.ts'
import { oddPair } from '../../ratings/odd-pair.ts'
import { ratingOf } from '../../ratings/rating-words.ts'
import { differs, LONGEST_ANSWER } from './check-update.ts'
import type { UpdateForm } from './update-form.tsx'
import type { UpdateView } from './update-view.ts'

type Asked = { readonly view: UpdateView; readonly form: UpdateForm }

/** The two ratings, each beside its rules, and what a choice calls for; then how the year is expected to end. */
export function RatingQuestions({ view, form }: Asked) {
  const { scheme, suggestion } = view
  const { typed, problems } = form
  const ratings = scheme.ratings.map(({ key }) => ratingOf(scheme, key))
  const asksBack = (progress: RatingKey | null, impact: RatingKey | null) =>
    needsRecovery(scheme, { progress, impact }) ? 'recovery' : ''
  return (
    <>
      <Inset quiet>
        What the facts suggest:{' '}
        {suggestion.rating ? <RatingChip rating={ratingOf(scheme, suggestion.rating)} size="small" /> : 'nothing.'}{' '}
        {suggestion.reason} The choice is yours.
      </Inset>
      <RatingChoice
        name="progress"
        legend="Progress: is it being done?"
        ratings={ratings}
        rules={rules(scheme.ratings, ({ processRule, performanceRule }) => `${processRule} ${performanceRule}`)}
        asks={(progress) => `${asksBack(progress, null)} ${differs({ progress }, suggestion) ? 'reason' : ''}`.trim()}
        value={typed.progress}
        error={problemOf(problems, 'progress')}
      />
      {suggestion.rating && (
        <AskedWhen asked="reason">
          <TextInput
            name="differsBecause"
            label={`Why is it not “${ratingOf(scheme, suggestion.rating).name}”?`}
            hint="One sentence for the chair, when you choose another rating than the facts suggest"
            value={typed.differsBecause}
            error={problemOf(problems, 'differsBecause')}
          />
        </AskedWhen>
      )}
      <RatingChoice
        name="impact"
        legend="Impact: does it help children?"
        ratings={ratings}
        rules={rules(scheme.ratings, ({ impactRule }) => impactRule)}
        asks={(impact) => asksBack(null, impact)}
        value={typed.impact}
        error={problemOf(problems, 'impact')}
      />
      <PairQuestion view={view} form={form} />
      <WayBack view={view} form={form} />
      <Select
        name="forecast"
        label="Progress at the end of the year, as you expect it now (if you can say)"
        none="Not said"
        options={ratings.map(({ key, name }) => ({ value: key, text: name }))}
        value={typed.forecast ?? undefined}
        error={problemOf(problems, 'forecast')}
      />
    </>
  )
}

/** Asked once both ratings are known to the server: when an update with them is sent, or a draft opened again. */
function PairQuestion({ view, form: { typed, problems } }: Asked) {
  const question = oddPair(view.scheme, typed)
  if (!question) return null
  return (
    <TextInput
      name="pairBecause"
      label={question}
      hint="Answer in one sentence, which the chair reads; or choose another rating"
      value={typed.pairBecause}
      error={problemOf(problems, 'pairBecause')}
    />
  )
}

function WayBack({ view: { scheme }, form: { typed, problems } }: Asked) {
  const names = (those: readonly RatingRule[]) => those.map(({ name }) => name).join(' or ')
  const forProgress = scheme.ratings.filter(({ recoveryFor }) => recoveryFor !== 'none')
  const forImpact = scheme.ratings.filter(({ recoveryFor }) => recoveryFor === 'either')
  if (forProgress.length === 0) return null
  const asked = [
    `progress is ${names(forProgress)}`,
    ...(forImpact.length > 0 ? [`impact is ${names(forImpact)}`] : []),
  ].join(', or ')
  return (
    <AskedWhen asked="recovery">
      <TextArea
        name="recovery"
        label="What will bring it back on track?"
        hint={`Asked when ${asked}`}
        rows={3}
        count={LONGEST_ANSWER}
        value={typed.recovery}
        error={problemOf(problems, 'recovery')}
      />
      <DateField
        name="returnOn"
        label="By which day?"
        hint="A report is due on that day, and you are asked ahead of it"
        value={typed.returnOn}
        error={problemOf(problems, 'returnOn')}
      />
    </AskedWhen>
  )
}

function rules(
  ratings: readonly RatingRule[],
  rule: (of: RatingRule) => string,
): Partial<Record<RatingRule['key'], string>> {
  return Object.fromEntries(ratings.map((rating) => [rating.key, rule(rating)]))
}
