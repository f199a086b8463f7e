import type { ComparableRow } from './comparable.ts'
import { shareOf, weighBy } from './weigh-words.ts'

/** A pair that its words alone have made nearly certain: from it, the places of its neighbours are judged. */
export type Anchor = { readonly plan: number; readonly report: number }

export type Places = {
  /** how alike the headings over two rows are, from 0 to 1; null when one has none */
  readonly place: (planAt: number, reportAt: number) => number | null
  /** how well two rows fit by their order, from 0 to 1 */
  readonly order: (planAt: number, reportAt: number) => number
  /** from 0 to 1, how far the two documents keep the same order: order counts only so much */
  readonly orderliness: number
}

type Rows = readonly ComparableRow[]

/** Headings by their words, order by the share of the document gone by: all that is known before any pair is. */
export function placesAtFirst(plan: Rows, report: Rows): Places {
  const place = placeByTitles(plan, report)
  const order = (planAt: number, reportAt: number) => {
    const apart = shareGone(planAt, plan.length) - shareGone(reportAt, report.length)
    return 1 - Math.min(1, 4 * apart * apart + Math.abs(apart))
  }
  return { place, order, orderliness: 0.5 }
}

/** As {@link placesAtFirst}, and better: headings are alike whose rows were paired, and order is reckoned from the nearest pairs. */
export function placesByAnchors(plan: Rows, report: Rows, anchors: readonly Anchor[]): Places {
  const first = placesAtFirst(plan, report)
  if (anchors.length < 4) return first
  const votes = votesOf(plan, report, anchors)
  const there = expectations(plan.length, anchors)
  const back = expectations(
    report.length,
    anchors.map((anchor) => ({ plan: anchor.report, report: anchor.plan })),
  )
  return {
    place: (planAt, reportAt) => {
      const byTitle = first.place(planAt, reportAt)
      const byVotes = votes(planAt, reportAt)
      return byTitle === null ? byVotes : Math.max(byTitle, byVotes ?? 0)
    },
    order: (planAt, reportAt) => {
      const apart = Math.abs(reportAt - (there[planAt] ?? 0)) + Math.abs(planAt - (back[reportAt] ?? 0))
      return 1 / (1 + apart / 8)
    },
    orderliness: Math.max(0, 2 * (longestRise(anchors) / anchors.length) - 1),
  }
}

function shareGone(at: number, count: number): number {
  return count <= 1 ? 0.5 : at / (count - 1)
}

function trailKey({ trail }: ComparableRow): string {
  return trail.join('\n')
}

/** Words are weighed by their rarity among headings: "Aim" is in all of them. */
function placeByTitles(plan: Rows, report: Rows): Places['place'] {
  const headings = (rows: Rows) => [...new Map(rows.map((row) => [trailKey(row), row.trail.join(' ')])).values()]
  const weigh = weighBy([...headings(plan), ...headings(report)])
  const reports = new Map(report.map((row) => [trailKey(row), weigh(row.trail.join(' '))]))
  const alike = new Map<string, Map<string, number | null>>()
  for (const row of plan) {
    if (alike.has(trailKey(row))) continue
    const own = weigh(row.trail.join(' '))
    alike.set(trailKey(row), new Map([...reports].map(([key, other]) => [key, shareOf(own, other)])))
  }
  const planKeys = plan.map(trailKey)
  const reportKeys = report.map(trailKey)
  return (planAt, reportAt) => alike.get(planKeys[planAt] ?? '')?.get(reportKeys[reportAt] ?? '') ?? null
}

/** Of the anchors under two headings, how many have joined them; null where neither heading has enough to say. */
function votesOf(plan: Rows, report: Rows, anchors: readonly Anchor[]): Places['place'] {
  const planKeys = plan.map(trailKey)
  const reportKeys = report.map(trailKey)
  const count = (keys: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts
  }
  const pairKey = (planAt: number, reportAt: number) => `${planKeys[planAt]}\0${reportKeys[reportAt]}`
  const ofPlan = count(anchors.map((anchor) => planKeys[anchor.plan] ?? ''))
  const ofReport = count(anchors.map((anchor) => reportKeys[anchor.report] ?? ''))
  const ofBoth = count(anchors.map((anchor) => pairKey(anchor.plan, anchor.report)))
  return (planAt, reportAt) => {
    const all = (ofPlan.get(planKeys[planAt] ?? '') ?? 0) + (ofReport.get(reportKeys[reportAt] ?? '') ?? 0)
    return all < 4 ? null : (2 * (ofBoth.get(pairKey(planAt, reportAt)) ?? 0)) / all
  }
}

/** Where each row should have gone, between the nearest anchors before and after it. */
function expectations(count: number, anchors: readonly Anchor[]): Float64Array {
  const goesTo = new Map(anchors.map(({ plan, report }) => [plan, report]))
  const known = [...goesTo.keys()].sort((a, b) => a - b)
  const expected = new Float64Array(count)
  let after = 0
  for (let at = 0; at < count; at++) {
    while ((known[after] ?? count) < at) after += 1
    const next = known[after]
    const before = next === at ? at : known[after - 1]
    expected[at] = between(at, before, next, goesTo)
  }
  return expected
}

function between(
  at: number,
  before: number | undefined,
  next: number | undefined,
  goesTo: Map<number, number>,
): number {
  const low = before === undefined ? undefined : goesTo.get(before)
  const high = next === undefined ? undefined : goesTo.get(next)
  if (before !== undefined && low !== undefined) {
    if (next === undefined || high === undefined || next === before || high <= low) return low + (at - before)
    return low + ((at - before) * (high - low)) / (next - before)
  }
  return next !== undefined && high !== undefined ? high - (next - at) : at
}

/** How many anchors, at most, stand in the same order in both documents: the longest rising run of choices. */
function longestRise(anchors: readonly Anchor[]): number {
  const tails: number[] = []
  for (const { report } of [...anchors].sort((a, b) => a.plan - b.plan)) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] ?? 0) < report) low = middle + 1
      else high = middle
    }
    tails[low] = report
  }
  return tails.length
}
