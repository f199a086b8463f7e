import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { counted } from '../../kernel/counted.ts'
import { day, longDay } from '../../kernel/day.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import {
  datesInWords,
  type Finding,
  type PlanReading,
  type ReadingProgress,
  readInChild,
  whenInWords,
} from '../../modules/reading/index.ts'
import { codeOf } from '../../platform/problem.ts'
import { type Command, isOutcome, json, parse, refused, usage } from './command.ts'

const LARGEST_BYTES = 20 * 1024 * 1024

/** `read FILE [--json]`: a plan or report as published. Opens no database. */
export const readFileAsPlan: Command = async (words) => {
  const parsed = parse(words, { json: 'flag' }, 'read FILE [--json]')
  if (isOutcome(parsed)) return parsed
  const read = await readPath(parsed.positionals, 'read FILE [--json]')
  if (!read.ok) return refused(read.refusal.sentence)
  return { code: 0, out: parsed.flags.has('json') ? json(read.value) : inWords(read.value) }
}

/** `lint FILE [--json]`: the findings alone; `--fail` ends with 1 when there is one. */
export const lintFile: Command = async (words) => {
  const how = 'lint FILE [--json] [--fail]'
  const parsed = parse(words, { json: 'flag', fail: 'flag' }, how)
  if (isOutcome(parsed)) return parsed
  const read = await readPath(parsed.positionals, how)
  if (!read.ok) return refused(read.refusal.sentence)
  const { findings, actions } = read.value
  const refs = new Map(actions.map(({ id, ref }) => [id, ref ?? id]))
  const lines = findings.map(({ action, message, words: said, where }) => {
    const place = action ? (refs.get(action) ?? action) : where?.line ? `Line ${where.line}` : 'Plan'
    return [place, said ? `"${said}"` : '', message].filter(Boolean).join(': ')
  })
  const out = parsed.flags.has('json')
    ? json(findings)
    : `${[...lines, ...countsOf(findings), counted(findings.length, 'finding')].join('\n')}\n`
  return { code: parsed.flags.has('fail') && findings.length > 0 ? 1 : 0, out }
}

/** How often each question is asked, the commonest first. */
function countsOf(findings: readonly Finding[]): readonly string[] {
  const counts = [...Map.groupBy(findings, ({ code }) => code)].map(([code, of]) => ({ code, count: of.length }))
  return counts.sort((a, b) => b.count - a.count).map(({ code, count }) => `${String(count).padStart(4)}  ${code}`)
}

async function readPath(
  positionals: readonly string[],
  how: string,
): Promise<Result<PlanReading, { readonly kind: string; readonly sentence: string }>> {
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) return refuse({ kind: 'usage', sentence: `Name one file. ${usage(how)}` })
  return readFileAt(path)
}

/** Reads the document at a path, in a process of its own; a refusal names the file, what is wrong and what to do. */
export async function readFileAt(
  path: string,
  onProgress?: ReadingProgress,
): Promise<Result<PlanReading, { readonly kind: string; readonly sentence: string }>> {
  const content = await contentOf(path)
  return content.ok ? readInChild({ name: basename(path), content: content.value }, undefined, onProgress) : content
}

async function contentOf(
  path: string,
): Promise<Result<Uint8Array, { readonly kind: string; readonly sentence: string }>> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_BYTES) {
      return refuse({
        kind: 'too-large',
        sentence: `${path} is larger than 20 MB. Save the plan without its pictures.`,
      })
    }
    return ok(await readFile(path))
  } catch (problem) {
    return refuse({ kind: 'unreadable', sentence: `${path} ${whyNot(codeOf(problem))}` })
  }
}

function whyNot(code: string): string {
  switch (code) {
    case 'ENOENT':
      return 'is not there. Check the name and the folder.'
    case 'EACCES':
    case 'EPERM':
      return 'may not be read by you. Ask its owner, or copy it to a folder of yours.'
    case 'EISDIR':
      return 'is a folder. Name the file in it that holds the plan.'
    default:
      return `could not be opened (${code}). Copy it to another folder and try again.`
  }
}

function inWords(reading: PlanReading): string {
  const { title, period, parts, levels, actions, findings, notUnderstood } = reading
  const counts = levels.map((name, level) => counted(parts.filter((part) => part.level === level).length, name))
  const lines = actions.flatMap(({ ref, text, timescale, leads }) => [
    `${(ref ?? '-').padEnd(7)} ${text}`,
    `${' '.repeat(8)}${timescale?.text ?? 'no timescale'} = ${datesInWords(timescale) || whenInWords(timescale)}; ${
      leads.map((lead) => lead.text).join(', ') || 'no lead'
    }`,
  ])
  return `${[
    title ?? 'Without a title',
    period
      ? `${longDay(day(period.starts))} to ${longDay(day(period.endsBefore).subtract({ days: 1 }))}`
      : 'Period not found',
    [...counts, counted(actions.length, 'action')].join(', '),
    '',
    ...lines,
    '',
    `${counted(findings.length, 'finding')}, ${counted(notUnderstood.length, 'passage')} not understood. For all of it: --json`,
  ].join('\n')}\n`
}
