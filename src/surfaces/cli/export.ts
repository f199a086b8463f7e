import { writeFile } from 'node:fs/promises'
import { counted } from '../../kernel/counted.ts'
import { dayOf } from '../../kernel/day.ts'
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportFormat,
  findExportedPlan,
  writePlan,
} from '../../modules/plan/index.ts'
import { systemClock } from '../../platform/clock.ts'
import { wholePartnership } from '../../platform/database/index.ts'
import { codeOf } from '../../platform/problem.ts'
import { today } from '../../platform/world.ts'
import { choosePlan, named } from './choose-plan.ts'
import { type Command, isOutcome, type Outcome, parse, refused, usage } from './command.ts'
import { readFileAt } from './read.ts'
import { withHouse } from './with-house.ts'

const EXPORT = 'export --plan ID_OR_TITLE --as FORMAT --out FILE [--partnership NAME]'
const CONVERT = 'convert FILE --as FORMAT --out FILE'

/** `export`: a plan that Trellis keeps, as a file that Trellis and others read. */
export const exportToFile: Command = async (words) => {
  const parsed = parse(words, { plan: 'text', as: 'text', out: 'text', partnership: 'text' }, EXPORT)
  if (isOutcome(parsed)) return parsed
  const { plan: wanted, as, out, partnership = '' } = parsed.text
  if (!wanted || !out) return refused(`Say which plan, and the file to write. ${usage(EXPORT)}`)
  const format = exportFormat(as ?? '')
  if (!format) return refusedFormat(as, EXPORT)
  return withHouse(async ({ world, partnerships }): Promise<Outcome> => {
    const chosen = await choosePlan(world, named(partnerships, partnership), wanted)
    if (!chosen.ok) return refused(chosen.refusal.sentence)
    const exported = await findExportedPlan(world, wholePartnership(chosen.value.partnershipId), chosen.value.planId)
    if (!exported) return refused(`"${wanted}" was set aside a moment ago. Choose another plan.`)
    return write(out, await writePlan(exported.content, format, today(world), exported.trail))
  })
}

/** `convert`: a plan or report as published, read and written in another format. Opens no database. */
export const convertFile: Command = async (words) => {
  const parsed = parse(words, { as: 'text', out: 'text' }, CONVERT)
  if (isOutcome(parsed)) return parsed
  const { as, out } = parsed.text
  const format = exportFormat(as ?? '')
  if (!format) return refusedFormat(as, CONVERT)
  if (!out) return refused(`Say the file to write. ${usage(CONVERT)}`)
  const [path, ...more] = parsed.positionals
  if (path === undefined || more.length > 0) return refused(`Name one file. ${usage(CONVERT)}`)
  const read = await readFileAt(path)
  if (!read.ok) return refused(read.refusal.sentence)
  const { parts, actions, notUnderstood } = read.value
  if (parts.length + actions.length === 0)
    return refused(`${path} holds no plan that could be read, so nothing was written.`)
  const written = await write(out, await writePlan(read.value, format, dayOf(systemClock())))
  if (written.code !== 0 || notUnderstood.length === 0) return written
  return {
    ...written,
    error: `${counted(notUnderstood.length, 'passage')} of ${path} ${notUnderstood.length === 1 ? 'is' : 'are'} in no field and not in the new file. To see them: trellis read ${path} --json`,
  }
}

function refusedFormat(as: string | undefined, how: string): Outcome {
  const formats: readonly ExportFormat[] = EXPORT_FORMATS
  const list = formats.join(', ')
  return refused(
    as === undefined
      ? `Say the format: ${list}. ${usage(how)}`
      : `"${as}" is no format to write. Choose one of ${list}.`,
  )
}

async function write(path: string, content: Uint8Array): Promise<Outcome> {
  try {
    await writeFile(path, content)
    return { code: 0, out: `${path}\n` }
  } catch (problem) {
    return refused(`${path} could not be written (${codeOf(problem)}). Check that the folder is there and yours.`)
  }
}
