import type { LintInput, LintPart } from './lint-plan.ts'
import { type Remark, remarkOn, remarkOnPlan } from './remark.ts'

/** Questions about aims and objectives, and about years that cannot be. */
export function lintParts({ parts, prose }: LintInput): Remark[] {
  const usesWhy = parts.some((part) => part.why !== null || part.success !== null)
  const partById = new Map(parts.map((part) => [part.id, part]))
  const empty = usesWhy ? parts.flatMap((part) => emptyFields(part, partById)) : []
  return [
    ...empty,
    ...(prose ?? []).flatMap((piece) =>
      impossibleYears(piece.text).map((remark) => ({ ...remark, where: piece.where })),
    ),
  ]
}

function emptyFields(part: LintPart, partById: ReadonlyMap<string, LintPart>): Remark[] {
  const line = [part, ...partsAbove(part, partById)]
  const asked = { severity: 'question', words: part.title } as const
  const noWhy = `“${part.title}” does not say why it matters. What need does it answer?`
  const noSuccess = `“${part.title}” does not say how you will know. What would show that it worked?`
  return [
    ...(line.every(({ why }) => why === null)
      ? [remarkOn(part, { ...asked, code: 'why-missing', field: 'why', message: noWhy })]
      : []),
    ...(line.every(({ success }) => success === null)
      ? [remarkOn(part, { ...asked, code: 'success-missing', field: 'success', message: noSuccess })]
      : []),
  ]
}

function partsAbove(part: LintPart, partById: ReadonlyMap<string, LintPart>): readonly LintPart[] {
  const above = partById.get(part.parent ?? '')
  return above ? [above, ...partsAbove(above, partById)] : []
}

function impossibleYears(text: string): Remark[] {
  return [...text.slice(0, 20_000).matchAll(/\b((?:19|20|21)\d\d)\s?[–—-]\s?(\d{4})\b/g)].flatMap(
    ([words, first, second]): Remark[] => {
      const [from, to] = [Number(first), Number(second)]
      if (to >= from && to - from <= 60) return []
      const why = to < from ? 'ends before it starts' : `lasts ${to - from} years`
      const message = `“${words}” ${why}. Is a figure mistyped?`
      return [remarkOnPlan({ code: 'impossible-period', severity: 'question', field: 'period', words, message })]
    },
  )
}
