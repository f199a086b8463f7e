import { isDeepStrictEqual } from 'node:util'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { Correction, RuleRefusal } from '../change-draft/change-draft.ts'
import type { Draft } from '../corrections/draft.ts'
import type { Part } from '../plan.ts'

/** What a form says of a part. */
export type PartWords = Pick<Part, 'ref' | 'title' | 'why' | 'success' | 'points' | 'leadWords' | 'alignedPlans'>

/** Gives a part of a draft other words, if it still says what whoever wrote them saw. */
export function editPart(draft: Draft, id: string, seen: string, words: PartWords): Result<Correction, RuleRefusal> {
  const part = draft.parts.find((each) => each.id === id)
  if (!part) return refuse({ kind: 'not-found' })
  if (stateOf(part) !== seen) return refuse({ kind: 'changed-meanwhile' })
  if (words.title === '') return refuse({ kind: 'title-missing' })
  const changed = { ...part, ...words }
  const parts = draft.parts.map((each) => (each.id === id ? changed : each))
  const isSame = isDeepStrictEqual(part, changed)
  return ok({
    draft: isSame ? draft : { ...draft, parts },
    words: `Corrected the heading “${words.title.slice(0, 60)}”`,
  })
}

/** What a part says, in short: two who edit it at once see each other by it. */
export function stateOf({ ref, title, why, success, points, leadWords, alignedPlans }: PartWords): string {
  const words = JSON.stringify([ref, title, why, success, points, leadWords, alignedPlans])
  let sum = 0
  for (let at = 0; at < words.length; at++) sum = (Math.imul(sum, 31) + words.charCodeAt(at)) >>> 0
  return `${words.length}-${sum}`
}
