import type { Period } from '../../../kernel/period.ts'
import type { Block } from '../blocks.ts'
import { lintPlan } from '../lint/lint-plan.ts'
import { buildActions } from '../plan/build-actions.ts'
import { newReader } from '../plan/plan-draft.ts'
import { ratingMeant, toRatingKey } from '../plan/rating.ts'
import { disposalMeant, disposalNamed } from '../plan/read-disposal.ts'
import type { ActionReading, PartReading, PlanReading, RatingReading, Source } from '../plan-reading.ts'
import { NO_FIELDS, type RowReading } from '../tables/read-row.ts'
import { undoFormulaMark } from './formula-mark.ts'
import { labelKey, levelOfLabel, partLabels } from './layout-labels.ts'
import { type LayoutLine, layoutLines } from './layout-lines.ts'
import { readPeriodWords } from './period-words.ts'

type Part = Omit<PartReading, 'why' | 'success' | 'points' | 'alignedPlans' | 'leadWords'> & {
  why: string | null
  success: string | null
  points?: string[]
  readonly alignedPlans: string[]
  leadWords?: string
}
type Found = {
  title: string | null
  period: Period | null
  readonly levels: string[]
  readonly parts: Part[]
  /** the parts now open, outermost first */
  open: Part[]
  readonly actions: { readonly part: string | null; readonly reading: RowReading; readonly told: LayoutLine['cells'] }[]
  readonly loose: LayoutLine[]
  readonly understood: LayoutLine[]
}

/**
 * Reads a document that Trellis wrote, line by line and without guessing, so that a plan which was taken out comes in the same; null
 * for any other document, and for one that somebody changed so that its lines no longer say what they are.
 */
export function readLayout(source: Source, blocks: readonly Block[]): PlanReading | null {
  const written = layoutLines(blocks)
  if (!written) return null
  const lines = joinContinued(
    source.format === 'csv' || source.format === 'tsv' ? written.lines.map(undoMarks) : written.lines,
  )
  const found: Found = {
    title: null,
    period: null,
    levels: [],
    parts: [],
    open: [],
    actions: [],
    loose: [],
    understood: [],
  }
  for (const line of lines) takeLine(found, line)
  if (found.parts.length + found.actions.length === 0) return null
  const { title, period, levels, parts } = found
  const actions = actionsOf(found)
  const has = {
    measure: actions.some((action) => action.measure !== null),
    timescale: actions.some((action) => action.timescale !== null),
    lead: actions.some((action) => action.leads.length > 0),
  }
  return {
    source,
    title,
    period: period ? { starts: period.starts.toString(), endsBefore: period.endsBefore.toString() } : null,
    levels: Array.from(levels, (name) => name ?? ''),
    parts,
    actions,
    claims: [],
    findings: lintPlan({ actions, parts, period, prose: [], has }),
    notUnderstood: [
      ...found.loose.map((line) => ({ text: line.row.source, where: line.where })),
      ...written.rest.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)),
    ],
    recognised: [
      ...written.names.map((name) => ({ ...name, as: 'column' as const })),
      ...found.understood.map((line) => ({ text: understoodWords(line), as: 'label' as const, where: line.where })),
    ],
    ratingKey: [],
  }
}

function takeLine(found: Found, line: LayoutLine): void {
  const text = line.cells.text ?? ''
  const part = found.open.at(-1)
  const key = labelKey(line.label)
  found.understood.push(line)
  switch (key) {
    case 'action':
      found.actions.push({ part: part?.id ?? null, reading: readingOf(line), told: line.cells })
      return
    case 'title':
      found.title = text || null
      return
    case 'period':
      found.period = readPeriodWords(text)
      if (!found.period) found.loose.push(line)
      return
    case 'layout':
    case 'asAt':
      return
    case 'trail':
      if (!isTrail(text)) found.loose.push(line)
      return
    case 'why':
    case 'success':
      if (part) part[key] = text || null
      else found.loose.push(line)
      return
    case 'point':
      if (part) part.points = [...(part.points ?? []), text]
      else found.loose.push(line)
      return
    case 'aligned':
      if (part) part.alignedPlans.push(text)
      else found.loose.push(line)
      return
    case 'lead':
      if (part) part.leadWords = text
      else found.loose.push(line)
      return
  }
  const level = /^level \d+$/i.test(line.label) ? levelOfLabel(line.label) : null
  if (level !== null && found.parts.length === 0 && level <= found.levels.length) found.levels[level] = text
  else if (!openPart(found, line)) found.loose.push(line)
}

/** Nothing but the trail's number and hash goes unread under its label. */
function isTrail(text: string): boolean {
  return /^\d{1,15}:[0-9a-f]{64}$/.test(text)
}

function openPart(found: Found, line: LayoutLine): boolean {
  const labels = partLabels(found.levels, 10)
  const named = labels.findIndex((label) => label.toLowerCase() === line.label.toLowerCase())
  const level = named === -1 ? levelOfLabel(line.label) : named
  if (level === null) return false
  found.open = found.open.filter((part) => part.level < level)
  const part: Part = {
    id: `p${found.parts.length + 1}`,
    parent: found.open.at(-1)?.id ?? null,
    level,
    ref: line.cells.ref || null,
    title: line.cells.text ?? '',
    why: null,
    success: null,
    alignedPlans: [],
    where: line.where,
  }
  found.parts.push(part)
  found.open.push(part)
  return true
}

function readingOf({ cells, others, row }: LayoutLine): RowReading {
  const fields = {
    ...NO_FIELDS,
    action: cells.text ?? '',
    measure: cells.measure ?? '',
    timescale: cells.timescale ?? '',
    lead: cells.lead ?? '',
    progress: cells.progress ?? '',
    impact: cells.impact ?? '',
    narrative: cells.narrative ?? '',
  }
  return { ref: cells.ref ?? '', parts: [], fields, progressFill: null, impactFill: null, others, row }
}

/** Actions are read as those of any document are: timescales and leads in the light of their whole column. */
function actionsOf({ actions, period }: Found): ActionReading[] {
  const draft = {
    ...newReader(),
    actions: actions.map(({ reading }) => ({ part: null, readings: [reading], doubtfulJoin: null })),
  }
  const none = { levels: [], parts: [], idByPart: new Map(), left: [], title: null }
  return buildActions(draft, none, period).map((action, at) => ({
    ...action,
    ...toldIn(actions[at]?.told ?? {}, action),
    part: actions[at]?.part ?? null,
  }))
}

/** A colour or an ending that has a column of its own is what the column says, whatever the words beside it say. */
function toldIn(
  { progressColour, impactColour, ending }: LayoutLine['cells'],
  { progressRating, impactRating, narrative }: ActionReading,
): Partial<ActionReading> {
  const rating = (read: RatingReading | null, colour: string) => ratingMeant(read?.text ?? '', toRatingKey(colour))
  return {
    ...(progressColour === undefined ? {} : { progressRating: rating(progressRating, progressColour) }),
    ...(impactColour === undefined ? {} : { impactRating: rating(impactRating, impactColour) }),
    ...(ending === undefined ? {} : { disposal: disposalMeant(narrative, disposalNamed(ending)) }),
  }
}

/** A cell that was too long for a sheet goes on in the rows below it. */
function joinContinued(lines: readonly LayoutLine[]): LayoutLine[] {
  const joined: LayoutLine[] = []
  for (const line of lines) {
    const key = labelKey(line.label)
    const before = joined.at(-1)
    if (!before || (key !== 'more' && key !== 'moreOfWord')) {
      joined.push(line)
      continue
    }
    const glue = key === 'more' ? ' ' : ''
    const add = (first = '', rest = '') => (rest === '' ? first : `${first}${glue}${rest}`)
    const cells = Object.fromEntries(
      Object.keys({ ...before.cells, ...line.cells }).map((name) => [
        name,
        add(cellOf(before, name), cellOf(line, name)),
      ]),
    )
    const others = before.others.map((other) => ({
      ...other,
      text: add(other.text, line.others.find((each) => each.column === other.column)?.text),
    }))
    joined[joined.length - 1] = { ...before, cells, others }
  }
  return joined
}

function cellOf(line: LayoutLine, name: string): string | undefined {
  return Object.entries(line.cells).find(([key]) => key === name)?.[1]
}

function undoMarks(line: LayoutLine): LayoutLine {
  const cells = Object.fromEntries(Object.entries(line.cells).map(([key, text]) => [key, undoFormulaMark(text)]))
  return {
    ...line,
    label: undoFormulaMark(line.label),
    cells,
    others: line.others.map((other) => ({ ...other, text: undoFormulaMark(other.text) })),
  }
}

/** What of a line is in no field: its label, and what its words were understood as: days, colours and an ending. */
function understoodWords(line: LayoutLine): string {
  const key = labelKey(line.label)
  const isFact =
    key === 'layout' || key === 'asAt' || key === 'trail' || key === 'period' || /^level \d+$/i.test(line.label)
  const { text, due, progressColour, impactColour, ending } = line.cells
  return [line.label, isFact ? text : '', due, progressColour, impactColour, ending].filter(Boolean).join(' ')
}
