import type { LintAction, LintInput, Remark } from './lint-plan.ts'

/** Questions about who will do it. */
export function lintLeads({ actions, has }: LintInput): Remark[] {
  if (has && !has.lead) {
    return actions.length === 0
      ? []
      : [
          {
            code: 'no-leads',
            severity: 'question',
            about: null,
            words: null,
            message: 'This document names no lead for its actions. Who will answer for each?',
          },
        ]
  }
  return [...actions.flatMap(lintLead), ...spellings(actions)]
}

function lintLead(action: LintAction): Remark[] {
  const { leads } = action
  if (leads.length === 0)
    return [
      {
        code: 'lead-missing',
        severity: 'warning',
        about: action,
        words: null,
        message: 'No lead is named. Who will answer for this?',
      },
    ]
  const hasPersonOrGroup = leads.some((lead) => lead.kind === 'person' || lead.kind === 'group')
  const post = leads.find((lead) => lead.kind === 'post')
  if (post && !hasPersonOrGroup) {
    return [
      {
        code: 'lead-is-a-post',
        severity: 'question',
        about: action,
        words: post.text,
        message: `“${post.text}” is a post. Who holds it now, and which group will hear their report?`,
      },
    ]
  }
  return []
}

/** One question for each name written in ways that differ only in capitals, spaces or marks. */
function spellings(actions: readonly LintAction[]): Remark[] {
  const bySound = new Map<string, Map<string, LintAction>>()
  for (const action of actions) {
    for (const lead of action.leads) {
      const sound = lead.text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
      const ways = bySound.get(sound) ?? new Map<string, LintAction>()
      if (!ways.has(lead.text)) ways.set(lead.text, action)
      bySound.set(sound, ways)
    }
  }
  return [...bySound.values()]
    .filter((ways) => ways.size > 1)
    .map((ways) => {
      const words = [...ways.keys()].map((way) => `“${way}”`).join(', ')
      return {
        code: 'lead-spelled-differently',
        severity: 'question',
        about: [...ways.values()][1] ?? null,
        words: [...ways.keys()][1] ?? null,
        message: `The same lead seems to be written in ${ways.size} ways: ${words}. Which is right?`,
      }
    })
}
