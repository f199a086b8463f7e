import { unreachable } from '../../../kernel/result.ts'
import type { Directory, KnownId } from '../../people/index.ts'

/** What the directory calls somebody or something; null for whoever is not in it. */
export function nameOfKnown(directory: Directory, known: KnownId): string | null {
  return listOf(directory, known.kind).find(({ id }) => id === known.id)?.name ?? null
}

function listOf(
  directory: Directory,
  kind: KnownId['kind'],
): readonly { readonly id: string; readonly name: string }[] {
  switch (kind) {
    case 'person':
      return directory.people
    case 'post':
      return directory.posts
    case 'body':
      return directory.bodies
    case 'organisation':
      return directory.organisations
    default:
      return unreachable(kind)
  }
}
