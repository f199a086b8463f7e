import type { LintAction } from './lint-plan.ts'

/** `count` is how many runs say it, each with at least as many members as were asked for. */
export type Run = { readonly value: string; readonly members: readonly LintAction[]; readonly count: number }

/** Neighbours of one part that say the same, at least `least` in a row, for each thing said; what is empty makes no run. */
export function runsOf(
  actions: readonly LintAction[],
  saidBy: (action: LintAction) => string | null,
  least: number,
): Run[] {
  const runs: { value: string; members: LintAction[] }[] = []
  let before: LintAction | null = null
  for (const action of actions) {
    const value = saidBy(action)
    const open = runs.at(-1)
    const goesOn = before !== null && value === saidBy(before) && action.part === before.part
    before = action
    if (!value) continue
    if (goesOn && open) open.members.push(action)
    else runs.push({ value, members: [action] })
  }
  const long = runs.filter(({ members }) => members.length >= least)
  return [...Map.groupBy(long, ({ value }) => value)].map(([value, same]) => ({
    value,
    members: same.flatMap(({ members }) => members),
    count: same.length,
  }))
}
