import type { Piece } from '../blocks.ts'
import type { Claim } from '../plan-reading.ts'

const OPENING = /\b(\d{1,4})\s+(actions|milestones|objectives|priorities|commitments|recommendations)\b/i
const FOLLOWING: readonly (readonly [RegExp, string])[] = [
  [
    /\b(\d{1,4})\s+(?:actions\s+)?(?:were|was|are|have been|had been)\s+(?:fully\s+)?(?:completed?|achieved|delivered)\b/i,
    'completed',
  ],
  [/\b(\d{1,4})\s+(?:actions\s+)?(?:requir|need)\w*\s+(?:further|more)\s+work\b/i, 'further-work'],
  [/\b(\d{1,4})\s+(?:actions\s+)?(?:were|was|are|have been|will be)\s+carried\s+forward\b/i, 'carried-forward'],
  [
    /\b(\d{1,4})\s+(?:actions\s+)?(?:were|was|are|remain|remained)\s+(?:still\s+)?(?:outstanding|incomplete|in progress|on track)\b/i,
    'in-progress',
  ],
]

/** The totals about its own actions that a document claims in its prose, to be held against what is counted. */
export function findClaims(prose: readonly Piece[]): Claim[] {
  return prose.flatMap((piece) => {
    if (piece.text.length > 20_000 || !OPENING.test(piece.text)) return []
    return sentencesOf(piece.text).flatMap((sentence) =>
      claimsIn(sentence).map((claim) => ({ ...claim, text: sentence, where: piece.where })),
    )
  })
}

function claimsIn(sentence: string): { figure: number; about: string }[] {
  const claims = FOLLOWING.flatMap(([pattern, about]) => {
    const found = pattern.exec(sentence)
    return found ? [{ figure: Number(found[1]), about }] : []
  })
  const opening = OPENING.exec(sentence)
  if (!opening || claims.some((claim) => claim.figure === Number(opening[1]))) return claims
  return [{ figure: Number(opening[1]), about: (opening[2] ?? '').toLowerCase() }, ...claims]
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/).map((sentence) => sentence.trim())
}
