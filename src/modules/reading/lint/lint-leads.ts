import { clusterNames } from '../leads/cluster-names.ts'
import type { LintAction, LintInput } from './lint-plan.ts'
import { named, type Remark, remarkOn, remarkOnPlan } from './remark.ts'

/** More actions than this for one person or post, and the plan may hang on one pair of hands. */
const MANY_ACTIONS = 10

/** Questions about who will do it. */
export function lintLeads({ actions, has }: LintInput): Remark[] {
  if (has && !has.lead) {
    if (actions.length === 0) return []
    const message = 'This document names no lead for its actions. Who will answer for each?'
    return [remarkOnPlan({ code: 'no-leads', severity: 'question', message })]
  }
  return [...actions.flatMap(lintLead), ...severalLeads(actions), ...spellings(actions), ...busyLeads(actions)]
}

function lintLead(action: LintAction): Remark[] {
  const { leads } = action
  if (leads.length === 0) {
    const message = 'No lead is named. Who will answer for this?'
    return [remarkOn(action, { code: 'lead-missing', severity: 'warning', field: 'leads', message })]
  }
  const hasPersonOrGroup = leads.some((lead) => lead.kind === 'person' || lead.kind === 'group')
  const post = leads.find((lead) => lead.kind === 'post')
  if (!post || hasPersonOrGroup) return []
  const message = `“${post.text}” is a post. Who holds it now, and which group will hear their report?`
  return [remarkOn(action, { code: 'lead-is-a-post', severity: 'question', field: 'leads', words: post.text, message })]
}

/** One question for all actions that two or more people share: whoever shares knows who answers. */
function severalLeads(actions: readonly LintAction[]): Remark[] {
  const shared = actions.filter(({ leads }) => leads.filter(({ kind }) => kind === 'person').length > 1)
  const [first] = shared
  if (!first) return []
  const people = first.leads.filter(({ kind }) => kind === 'person').map(({ text }) => text)
  const words = people.join(', ')
  const message =
    shared.length === 1
      ? `${people.length} people share this action: ${words}. Which of them is asked for the update?`
      : `${shared.length} actions are shared by two or more people (${words} lead the first): ${named(shared)}. Which of them is asked for each update?`
  return [remarkOn(first, { code: 'leads-several', severity: 'advice', field: 'leads', words, message, among: shared })]
}

/** One question for each name written in several ways; where a letter differs, it may be two people. */
function spellings(actions: readonly LintAction[]): Remark[] {
  return clusterNames(actions.flatMap(({ leads }) => leads)).map(({ spellings: ways, canonical, likeness }) => {
    const other = ways.find(({ text }) => text !== canonical)?.text ?? null
    const words = ways.map(({ text }) => `“${text}”`).join(', ')
    const message =
      likeness === 'same'
        ? `The same lead seems to be written in ${ways.length} ways: ${words}. Which is right?`
        : `These names are nearly alike: ${words}. Are they one, and which is right?`
    const about = actions.find(({ leads }) => leads.some(({ text }) => text === other)) ?? null
    return remarkOn(about, {
      code: 'lead-spelled-differently',
      severity: 'question',
      field: 'leads',
      words: other,
      message,
    })
  })
}

function busyLeads(actions: readonly LintAction[]): Remark[] {
  const led = new Map<string, LintAction[]>()
  for (const action of actions) {
    const names = action.leads.filter(({ kind }) => kind === 'person' || kind === 'post').map(({ text }) => text)
    for (const name of new Set(names)) {
      const theirs = led.get(name)
      if (theirs) theirs.push(action)
      else led.set(name, [action])
    }
  }
  return [...led]
    .filter(([, theirs]) => theirs.length > MANY_ACTIONS)
    .map(([name, theirs]) =>
      remarkOn(theirs[0] ?? null, {
        code: 'lead-carries-many',
        severity: 'advice',
        field: 'leads',
        words: name,
        message: `${name} leads ${theirs.length} of the ${actions.length} actions. Can one person do and report all of them: ${named(theirs)}?`,
        among: theirs,
      }),
    )
}
