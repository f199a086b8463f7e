/** What a line says of the list below it. */
export type ListLabel = 'actions' | 'measures' | 'parts' | 'promise' | 'other'

const LONGEST_LABEL = 110
const END = String.raw`\s*[:–—-]*\s*$`
const OURS = '(?:(?:our|the|key|main|priority|specific|planned|agreed|proposed|strategic|immediate) )*'
const TAIL = String.raw`(?: (?:for|in|to|over|during|we|that|are|include|includes|will|planned|required|agreed|below|this|the|these)\b.{0,50})?`
const ACTIONS = [
  new RegExp(
    `^${OURS}(?:activity areas?|activities|activity|actions?|objectives?|commitments?|next steps|deliverables|initiatives|tasks|milestones|recommendations|areas for action)${TAIL}${END}`,
    'i',
  ),
  new RegExp(
    `^what (?:we will|will we|we are going to|are we going to|we plan to|we intend to|do we (?:need|plan|want) to|we need to|we want to) do(?:\\b.{0,50})?\\??${END}`,
    'i',
  ),
  new RegExp(
    `^(?:to (?:do|achieve|deliver|address|make|help|support|improve)\\b.{0,60} )?(?:together,? )?(?:we|the partnership|partners|as a partnership,? we) (?:will|shall|are going to|plan to|commit to|are committed to|intend to)(?: (?:also|now|therefore|work together to|continue to|seek to))?${END}`,
    'i',
  ),
  new RegExp(
    `^how (?:we will|will we|are we going to|we are going to|do we|will this) (?:be )?(?:do|achieve|deliver|get|make|done|achieved|delivered)\\b.{0,50}\\??${END}`,
    'i',
  ),
]
const MEASURES = [
  new RegExp(
    `^${OURS}(?:success )?(?:measures?|indicators?|targets?|kpis?|key performance indicators|performance measures|performance indicators|success criteria|success factors|outcomes?|outputs?|outcome measures)(?: of success| for success| we will use)?${END}`,
    'i',
  ),
  new RegExp(
    `^how (?:will we|we will|do we|can we|would we|will you|’ll we) (?:know|measure|tell|judge|monitor)\\b.{0,70}\\??${END}`,
    'i',
  ),
  new RegExp(`^what (?:does |will )?(?:success|good|difference)\\b.{0,60}\\??${END}`, 'i'),
]
const PARTS = new RegExp(
  `^${OURS}(?:priority|priorities|aims?|objectives?|outcomes?|themes?|goals?|pillars?|ambitions?|sections?|strands?)${END}`,
  'i',
)
const PROMISE = /^(.{2,60}?)(?:,|:|\s[–—-])?\s+(?:we|i) (?:will|promise(?: to| you)?|pledge(?: to)?)\s*[:–—-]*\s*$/i

/** What a line says of the list below it; null for a line that introduces nothing. */
export function readListLabel(text: string): ListLabel | null {
  if (text.length > LONGEST_LABEL) return null
  if (MEASURES.some((pattern) => pattern.test(text))) return 'measures'
  if (ACTIONS.some((pattern) => pattern.test(text))) return 'actions'
  if (PARTS.test(text)) return 'parts'
  if (PROMISE.test(text)) return 'promise'
  return /[:?]\s*-?$/.test(text) ? 'other' : null
}

/** Whether a label may stand over parts that come again below as headings of their own, as "Priority" and "Objectives" do. */
export function mayListParts(text: string): boolean {
  return PARTS.test(text)
}

/** "Your health, we will:" promises something about "Your health". */
export function promiseTitle(text: string): string {
  const found = PROMISE.exec(text)
  return (found?.[1] ?? text).replace(/\s*[:–—-]+\s*$/, '')
}

/** "Children in care pledge": the heading of promises to children. */
export function isPledgeHeading(text: string): boolean {
  return (
    text.length <= 80 &&
    /\b(?:pledges?|promises)\b/i.test(text) &&
    !/[.;,:]$/.test(text) &&
    !/\b(?:is|are|has|have|was|will|outlines)\b/i.test(text)
  )
}
