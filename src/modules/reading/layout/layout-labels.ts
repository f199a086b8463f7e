import { foldWords } from './fold-words.ts'

/** What Trellis writes on a document of its own, so that it knows the document again; the number is the layout's version. */
export const LAYOUT = 'Trellis plan 1'

/** What one line of a written plan is about; the words stand on the document. */
export const LABELS = {
  layout: 'Layout',
  title: 'Plan',
  period: 'Period',
  asAt: 'As at',
  /** where the partnership's audit trail stood, as a number and a hash */
  trail: 'Audit trail when this was taken out',
  why: 'Why this is important',
  success: 'How we will know',
  point: 'Point',
  aligned: 'Plan to which this aligns',
  lead: 'Lead of this part',
  action: 'Action',
  /** the rest of a cell longer than a sheet allows, after a space or in the middle of a word */
  more: 'Continued',
  moreOfWord: 'Continued word',
} as const
export type LabelKey = keyof typeof LABELS
export type PartLabel = 'why' | 'success' | 'point' | 'aligned' | 'lead'

const KEY_BY_LABEL = new Map(Object.entries(LABELS).map(([key, label]) => [label.toLowerCase(), key]))

export function labelKey(label: string): LabelKey | null {
  const key = KEY_BY_LABEL.get(label.toLowerCase())
  return key !== undefined && isLabelKey(key) ? key : null
}

/** "Level 2", the label of the line that says what the second level is called. */
export function levelLabel(level: number): string {
  return `Level ${level + 1}`
}

/** The level that "Level 2" or "Aim (level 2)" names, counted from 0; null for other words. */
export function levelOfLabel(label: string): number | null {
  const found = /^level ([1-9]\d?)$/i.exec(label) ?? /\(level ([1-9]\d?)\)$/i.exec(label)
  return found ? Number(found[1]) - 1 : null
}

/**
 * What the parts of each level are called on the document: the level's own name, with its number where the name alone could be taken
 * for another level or another line.
 */
export function partLabels(levels: readonly string[], count: number): string[] {
  const names = Array.from({ length: Math.max(count, levels.length) }, (_, level) => foldWords(levels[level] ?? ''))
  return names.map((name, level) => {
    const isAlone = names.filter((other) => other.toLowerCase() === name.toLowerCase()).length === 1
    const isPlain =
      name !== '' && name.length <= 60 && isAlone && labelKey(name) === null && levelOfLabel(name) === null
    return isPlain ? name : `${name || 'Section'} (level ${level + 1})`
  })
}

function isLabelKey(key: string): key is LabelKey {
  return key in LABELS
}
