import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { sharedFolder } from '../../src/modules/reading/shared-documents.factory.ts'
import type { Expected, ExpectedAction, Layout } from './expected.ts'

const Label = z.object({
  ref: z.string().nullish(),
  text: z.string(),
  measure: z.string().nullish(),
  timescale: z.string().nullish(),
  owner: z.string().nullish(),
  rating: z.string().nullish(),
})
const Truth = z.object({
  actions: z.number(),
  first_action: Label,
  last_action: Label,
  three_random_actions: z.array(Label),
})

/**
 * The real documents with hand labels: the file, the labels, and the layout they are an example of. The labels of plan 01 are of an appendix
 * that its file does not hold, so nothing can be scored there.
 */
const DOCUMENTS: readonly { readonly plan: string; readonly truth: string; readonly layout: Layout }[] = [
  { plan: '02', truth: '02-louisville-yds.json', layout: 'ruled table' },
  { plan: '07', truth: '07-norwich-ndhs-wellbeing.json', layout: 'ruled table' },
  { plan: '08', truth: '08-gsa-fds-2020.json', layout: 'ruled table' },
  { plan: '09', truth: '09-wsx-smokefree-2020-tsv.json', layout: 'ruled table' },
  { plan: '12', truth: '12-leeds-lch-workforce.json', layout: 'cards or lists' },
  { plan: '15', truth: '15-dublin-ccc-cards.json', layout: 'cards or lists' },
]
export const PLANS = sharedFolder('examples/plans')
const TRUTH = sharedFolder('examples/truth')

export type Trial = { readonly expected: Expected; readonly content: Uint8Array; readonly fileName: string }

export function sharedTrials(): Trial[] {
  return DOCUMENTS.flatMap(({ plan, truth, layout }) => {
    const fileName = PLANS.names.find((name) => name.startsWith(plan))
    if (fileName === undefined) return []
    const labels = Truth.parse(JSON.parse(readFileSync(new URL(truth, TRUTH.url), 'utf8')))
    const actions = [labels.first_action, ...labels.three_random_actions, labels.last_action].map(toExpected)
    const expected = { name: fileName, layout, count: labels.actions, actions, marksLines: true }
    return [{ expected, content: readFileSync(new URL(fileName, PLANS.url)), fileName }]
  })
}

/** The labels' own notes (`6 (printed as 1)`) are no part of a field, and a reference that is a heading's is not the action's. */
function toExpected({ text, measure, timescale, owner, rating }: z.infer<typeof Label>): ExpectedAction {
  return {
    text,
    measure: measure ?? null,
    timescale: timescale ?? null,
    lead: owner ?? null,
    progress: rating ?? null,
  }
}
