import { Buffer } from 'node:buffer'
import type { ExpectedAction } from '../expected.ts'
import type { MadeAction, MadePlan } from './made-plan.ts'

export type ListStyle = 'cards in tables' | 'cards in lines' | 'numbered list' | 'bullets under a line'

/** The plan without a table of actions, in one of the ways partnerships write it, and what can be read of each action then. */
export function asLists(
  plan: MadePlan,
  style: ListStyle,
): { readonly content: Uint8Array; readonly actions: ExpectedAction[] } {
  const written = plan.aims.map(
    (aim) =>
      `## ${plan.levels[0]} ${aim.ref}: ${aim.title}\n\n${aim.actions.map((action, index) => WRITERS[style](action, index)).join('\n')}\n`,
  )
  const lead = style === 'bullets under a line' ? 'Our key activities are:\n\n' : ''
  const body = written.map((each) => (lead === '' ? each : each.replace('\n\n', `\n\n${lead}`)))
  return {
    content: Buffer.from(`# ${plan.title}\n\n${body.join('\n')}`),
    actions: plan.aims.flatMap((aim) => aim.actions.map((action) => ({ ...WANTED[style](action), part: aim.title }))),
  }
}

const card = (action: MadeAction) =>
  [
    ['Action', action.text],
    ['Reference', action.ref],
    ['How we will measure it', action.measure],
    ['Timescale', action.timescale],
    ['Lead', action.lead],
  ] as const

const WRITERS: Readonly<Record<ListStyle, (action: MadeAction, index: number) => string>> = {
  'cards in tables': (action) =>
    `|  |  |\n|---|---|\n${card(action)
      .map(([name, value]) => `| ${name} | ${value} |`)
      .join('\n')}\n`,
  'cards in lines': (action) =>
    `${card(action)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}\n`,
  'numbered list': (action, index) => `${index + 1}. ${action.text} (Lead: ${action.lead}; by: ${action.timescale})`,
  'bullets under a line': (action) => `- ${action.text}`,
}

const whole = ({ ref, text, measure, timescale, lead }: MadeAction) => ({ ref, text, measure, timescale, lead })
const WANTED: Readonly<Record<ListStyle, (action: MadeAction) => ExpectedAction>> = {
  'cards in tables': whole,
  'cards in lines': whole,
  'numbered list': ({ text, lead, timescale }) => ({ text, lead, timescale }),
  'bullets under a line': ({ text }) => ({ text, lead: null, timescale: null, measure: null }),
}
