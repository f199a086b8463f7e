import type { PartId } from '../../kernel/id.ts'
import type { Part } from './plan.ts'

type Titled = Pick<Part, 'id' | 'parentId' | 'ref' | 'title'>

/** "1.1 Raise attainment". */
export function partTitle({ ref, title }: Pick<Part, 'ref' | 'title'>): string {
  return [ref, title].filter(Boolean).join(' ')
}

/**
 * The titles of a part and of all it stands under, outermost first; none for what stands under no part.
 *
 * @param parts  at least the part and those above it, in any order; one that is missing ends the walk
 */
export function trailOf(parts: readonly Titled[], partId: PartId | null): readonly string[] {
  const trail: string[] = []
  let below = partId
  while (below !== null) {
    const part = parts.find(({ id }) => id === below)
    if (part) trail.unshift(partTitle(part))
    below = part?.parentId ?? null
  }
  return trail
}
