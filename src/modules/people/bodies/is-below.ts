import type { BodyId } from '../../../kernel/id.ts'

/** Whether one body is another, or stands below it, however many steps; a chain that goes in a circle ends. */
export function isBelow(
  all: readonly { readonly id: BodyId; readonly parent: { readonly id: BodyId } | null }[],
  id: BodyId,
  above: BodyId,
): boolean {
  const parents = new Map(all.map((body) => [body.id, body.parent?.id ?? null]))
  const seen = new Set<BodyId>()
  let at: BodyId | null = id
  while (at !== null && !seen.has(at)) {
    if (at === above) return true
    seen.add(at)
    at = parents.get(at) ?? null
  }
  return false
}
