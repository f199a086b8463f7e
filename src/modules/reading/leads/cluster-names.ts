import { slips } from '../../../kernel/slips.ts'
import type { LeadKind } from '../plan-reading.ts'
import { isInitials, isTitle } from './lead-words.ts'

/** A name as leads give it, and how often. */
export type Spelling = { readonly text: string; readonly times: number }

/** Ways of writing what seems to be one name. `same`: they differ in capitals, spaces or marks alone; `near`: in a letter, or a title, and may be two. */
export type NameCluster = {
  readonly canonical: string
  readonly spellings: readonly Spelling[]
  readonly likeness: 'same' | 'near'
}

type Named = { readonly text: string; readonly kind: LeadKind }
type Sound = {
  readonly sound: string
  readonly kind: LeadKind
  readonly spellings: readonly Spelling[]
  readonly first: number
}

/** More different names than this are not compared letter by letter. */
const MOST_NAMES = 3_000

/**
 * Groups the spellings of names across a document, with a proposed one for each group. It never decides: two people can differ
 * by a letter, so every group is a question.
 *
 * @param leads  every lead of the document, in its order, repeats included
 */
export function clusterNames(leads: readonly Named[]): NameCluster[] {
  const sounds = soundsOf(leads)
  const clusters = clusterNear(sounds)
  return clusters
    .map((members) => {
      const spellings = members.flatMap((member) => member.spellings)
      return { canonical: canonicalOf(spellings), spellings, likeness: members.length > 1 ? 'near' : 'same' } as const
    })
    .filter(({ spellings }) => spellings.length > 1)
}

/** A name without capitals, spaces, marks and footnotes; "&" is "and". */
export function soundOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\[\^\d{1,4}\]/g, '')
    .replaceAll('&', 'and')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function soundsOf(leads: readonly Named[]): Sound[] {
  const bySound = Map.groupBy(
    leads.filter(({ text }) => soundOf(text) !== ''),
    ({ text }) => soundOf(text),
  )
  return [...bySound].map(([sound, of], first) => {
    const times = Map.groupBy(of, ({ text }) => text)
    return {
      sound,
      kind: of[0]?.kind ?? 'unknown',
      first,
      spellings: [...times].map(([text, all]) => ({ text, times: all.length })),
    }
  })
}

/** Joins sounds that are a slip apart; each joins the first it is near to, so that no chain of slips grows. */
function clusterNear(sounds: readonly Sound[]): Sound[][] {
  const clusters: Sound[][] = []
  const byShape = new Map<string, Sound[][]>()
  for (const sound of sounds) {
    const homes = sounds.length > MOST_NAMES ? [] : shapesNear(sound).flatMap((shape) => byShape.get(shape) ?? [])
    const home = homes.find(([first]) => first && areNear(first, sound))
    if (home) home.push(sound)
    else {
      const cluster = [sound]
      clusters.push(cluster)
      const shape = shapeOf(sound, 0)
      byShape.set(shape, [...(byShape.get(shape) ?? []), cluster])
    }
  }
  return clusters
}

/** Near names have the same first letter and nearly the same length, but for a title in front. */
function shapeOf(sound: Sound, more: number): string {
  const plain = withoutTitle(sound)
  return `${plain.slice(0, 1)}${plain.length + more}`
}

function shapesNear(sound: Sound): string[] {
  return [-1, 0, 1].map((more) => shapeOf(sound, more))
}

function areNear(one: Sound, other: Sound): boolean {
  const [a, b] = [withoutTitle(one), withoutTitle(other)]
  if (a === b) return true
  if (one.kind !== other.kind || Math.min(a.length, b.length) < 7 || /\d/.test(a + b)) return false
  return slips(a, b, 1) <= 1 && !differInInitials(one, other)
}

function withoutTitle({ spellings, sound }: Sound): string {
  const words = (spellings[0]?.text ?? '').split(' ')
  return words.length > 2 && isTitle(words[0] ?? '') ? soundOf(words.slice(1).join(' ')) : sound
}

/** "Head of NBC" and "Head of NCB" are two: initials differ on purpose. */
function differInInitials(one: Sound, other: Sound): boolean {
  const initials = ({ spellings }: Sound) =>
    (spellings[0]?.text ?? '')
      .split(' ')
      .filter((word) => isInitials(word))
      .join()
  return initials(one) !== initials(other)
}

/** The spelling used most; among equals one with both cases, then the one with more marks, then the first. */
function canonicalOf(spellings: readonly Spelling[]): string {
  const isMixed = (text: string) => (text !== text.toUpperCase() && text !== text.toLowerCase() ? 1 : 0)
  const marks = (text: string) => text.replace(/[\p{L}\p{N}\s]/gu, '').length
  const capitals = (text: string) => text.replace(/[^\p{Lu}]/gu, '').length
  const [best] = spellings.toSorted(
    (a, b) =>
      b.times - a.times ||
      isMixed(b.text) - isMixed(a.text) ||
      marks(b.text) - marks(a.text) ||
      capitals(b.text) - capitals(a.text),
  )
  return best?.text ?? ''
}
