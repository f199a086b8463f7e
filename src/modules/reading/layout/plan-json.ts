import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import { LIMITS } from '../limits.ts'
import { RATING_KEYS, readRating } from '../plan/rating.ts'
import { DISPOSAL_KINDS } from '../plan/read-disposal.ts'
import { keepWords } from './fold-words.ts'
import type { WritablePlan } from './outline-plan.ts'

const SCHEMA = 'trellis-plan'
const VERSION = 1

/**
 * A plan as JSON: the fields of a reading, with the name and version of their shape, and the day it was written on.
 *
 * @param auditTrail  where the audit trail stands, as a number and a hash; null leaves it out
 */
export function planAsJson(plan: WritablePlan, asAt: Day, auditTrail: string | null = null): string {
  const { title, period, levels, parts, actions } = plan
  const trail = auditTrail === null ? {} : { auditTrail }
  const json = {
    schema: SCHEMA,
    version: VERSION,
    asAt: asAt.toString(),
    ...trail,
    title,
    period,
    levels,
    parts,
    actions,
  }
  return `${JSON.stringify(json, null, 2).replaceAll('\ufffd', '\\ufffd')}\n`
}

export type JsonProblem = { readonly says: string }

/** Reads such JSON, or that of `bin/trellis read --json`; says in words what keeps it from being a plan. */
export function planFromJson(text: string): WritablePlan | JsonProblem {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { says: 'is not whole: it breaks off, or is not JSON. Take the plan out of Trellis again and choose that.' }
  }
  const version = VERSIONED.safeParse(value)
  if (version.success && (version.data.schema !== SCHEMA || version.data.version !== VERSION))
    return {
      says: `is JSON of another shape or a later version than ${VERSION}. Take the plan out as Excel and choose that.`,
    }
  const read = PLAN.safeParse(value)
  if (!read.success)
    return {
      says: `is JSON but not a plan as Trellis writes it: ${firstProblem(read.error)}. Take the plan out of Trellis again, or choose it as Word or Excel.`,
    }
  return treeProblem(read.data) ?? read.data
}

const words = z.string().transform(keepWords)
const said = words.nullish().transform((text) => text ?? null)
const id = z.string().min(1).max(100)
const isoDay = z.iso.date()

const PART = z.object({
  id,
  parent: id.nullish().transform((parent) => parent ?? null),
  level: z.int().min(0).max(50),
  ref: said,
  title: words,
  why: said,
  success: said,
  points: z.array(words).max(10_000).optional(),
  alignedPlans: z.array(words).max(1_000).default([]),
  leadWords: words.optional(),
})
// A colour or an ending that the file does not give is read from the words beside it; null says that there is none.
const RATING = z
  .object({ text: words, key: z.enum(RATING_KEYS).nullish() })
  .nullish()
  .transform((rating) => {
    if (!rating) return null
    const { text, key } = rating
    return { text, key: key === undefined ? (readRating(text, null)?.key ?? null) : key }
  })
const DISPOSAL = z
  .object({ kind: z.enum(DISPOSAL_KINDS) })
  .transform(({ kind }) => ({ kind, words: '' }))
  .nullish()
const ACTION = z.object({
  id,
  part: id.nullish().transform((part) => part ?? null),
  ref: said,
  text: words,
  measure: said,
  // When the words mean is read from them again, as from any document.
  timescale: z
    .object({ text: words })
    .nullish()
    .transform((when) =>
      when ? { text: when.text, kind: 'unknown' as const, due: [], confidence: 'unsure' as const, notes: [] } : null,
    ),
  leadWords: said,
  leads: z
    .array(z.object({ text: words }))
    .max(1_000)
    .default([])
    .transform((leads) => leads.map((lead) => ({ text: lead.text, kind: 'unknown' as const }))),
  progressRating: RATING,
  impactRating: RATING,
  narrative: said,
  disposal: DISPOSAL,
  others: z
    .array(z.object({ column: words, text: words }))
    .max(LIMITS.tableColumns)
    .optional(),
})
const PLAN = z.object({
  title: said,
  period: z
    .object({ starts: isoDay, endsBefore: isoDay })
    .refine(({ starts, endsBefore }) => starts < endsBefore, 'the period ends before it starts')
    .nullish()
    .transform((period) => period ?? null),
  levels: z.array(words).max(50).default([]),
  parts: z.array(PART).max(LIMITS.tableRows),
  actions: z.array(ACTION).max(LIMITS.tableRows),
})
const VERSIONED = z.object({ schema: z.unknown(), version: z.unknown() }).refine(({ schema }) => schema !== undefined)

/** A part stands under one that is listed before it, so that no two stand under each other. */
function treeProblem({ parts, actions }: z.infer<typeof PLAN>): JsonProblem | null {
  const known = new Set<string>()
  const again = 'Take the plan out of Trellis again and choose that.'
  for (const part of parts) {
    if (known.has(part.id)) return { says: `has two parts with the id “${part.id}”. ${again}` }
    if (part.parent !== null && !known.has(part.parent))
      return { says: `puts the part “${part.id}” under “${part.parent}”, which does not stand before it. ${again}` }
    known.add(part.id)
  }
  const lost = actions.find((action) => action.part !== null && !known.has(action.part))
  return lost ? { says: `puts the action “${lost.id}” under a part that it does not hold. ${again}` } : null
}

/** What is wrong first, in words for whoever holds the file and not for whoever wrote the program that made it. */
function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'it holds none'
  if (issue.code === 'custom') return issue.message
  const place = placeInJson(issue.path)
  if (issue.code === 'too_big') return `it holds more ${place} than Trellis reads (${issue.maximum})`
  return issue.message.endsWith('received undefined') ? `it has no ${place}` : `${place} is not as Trellis writes it`
}

/** "the text of action 3" for `actions.2.text`. */
function placeInJson(path: readonly PropertyKey[]): string {
  const said = path.slice(0, 6).flatMap((step, at) => {
    if (typeof step === 'number') return []
    const number = path[at + 1]
    const name = String(step).slice(0, 40)
    return [typeof number === 'number' ? `${name.replace(/s$/, '')} ${number + 1}` : name]
  })
  return said.length === 0 ? 'plan' : said.toReversed().join(' of ')
}
