import { alikeActions } from './alike-actions.ts'
import type { LintAction, LintInput } from './lint-plan.ts'
import { named, type Remark, remarkOn } from './remark.ts'

const ONLY_RECEIVES =
  /^(?:(?:to )?(?:receive|note|hear|consider|prepare|provide|submit|present)(?:s|ing)? (?:an? |the |regular |further )*(?:[\w&'’-]+ ){0,4}?(?:reports?|updates?|papers?|presentations?|briefings?|communications plan)\b|(?:update |progress |annual )?reports? (?:on|from|to|and)\b|update (?:report|paper)\b)/i
const VERB =
  '(?:targets?|ensure|develop|implement|deliver|review|provide|increase|improve|reduce|agree|publish|introduce|launch|embed|monitor|evaluate|identify|establish|promote|create|commission|undertake|produce|train|recruit|open|prepare|appoint|set up|roll out|expand|strengthen|consult|design|pilot|extend|complete|report|share|map|audit|test|recommend)'
/** A second verb of the same rank, well after the first: "Open a hub in each ward and train 40 volunteers". */
const TWO_IN_ONE = new RegExp(
  `^(${VERB})\\b(?! and\\b)([^.;]{20,}?),? (?:and(?: also| then)?|&|as well as|;) (${VERB})\\b (?!and\\b)`,
  'i',
)
/** Inside "to …", "by …" or "which …" a second verb belongs to that, and is no second action. */
const INNER = /\b(?:to|that|which|who|by|for|can|will|in order|so)\b/i
const VAGUE =
  /^(?:support|continue|work towards?|work with|explore|consider|look (?:at|into)|champion|facilitate|engage|encourage|help|maximise|seek|strive|aim|raise awareness)\b/i

/** Questions about what is to be done, in its own words. */
export function lintTexts({ actions }: LintInput): Remark[] {
  return [...onlyReceive(actions), ...actions.flatMap(twoInOne), ...vagueVerbs(actions), ...alikeActions(actions)]
}

/** One question for all actions that only make or hear a report: where the plan means more, it can say so. */
function onlyReceive(actions: readonly LintAction[]): Remark[] {
  const among = actions.filter(({ text }) => ONLY_RECEIVES.test(text.slice(0, 2000)))
  const [first] = among
  if (!first) return []
  const message =
    among.length === 1
      ? 'This action makes or hears a report. What will be done with what it says, and by whom?'
      : `${among.length} of the ${actions.length} actions make or hear a report and no more: ${named(among)}. What will be done with what each says, and by whom?`
  return [
    remarkOn(first, {
      code: 'action-only-receives',
      severity: 'advice',
      field: 'text',
      words: first.text,
      message,
      among,
    }),
  ]
}

function twoInOne(action: LintAction): Remark[] {
  const two = TWO_IN_ONE.exec(action.text.slice(0, 2000))
  if (!two || INNER.test(two[2] ?? '')) return []
  const [, first, , second] = two
  const message = `This seems to be two actions: “${first} …” and “${second} …”. Can each have its own measure, date and lead?`
  return [remarkOn(action, { code: 'action-has-two', severity: 'advice', field: 'text', words: action.text, message })]
}

/** One gentle word for the whole plan, however many actions it is about. */
function vagueVerbs(actions: readonly LintAction[]): Remark[] {
  const among = actions.filter(({ text }) => VAGUE.test(text))
  const [first] = among
  if (!first) return []
  const verbs = [...new Set(among.map(({ text }) => VAGUE.exec(text)?.[0].toLowerCase() ?? ''))].slice(0, 4)
  const words = verbs.map((verb) => `“${verb}”`).join(', ')
  const message =
    among.length === 1
      ? `This action begins with ${words}. What will somebody see when it is done?`
      : `${among.length} actions begin with words such as ${words}: ${named(among)}. What will somebody see when each is done?`
  return [
    remarkOn(first, { code: 'verbs-vague', severity: 'advice', field: 'text', words: first.text, message, among }),
  ]
}
