import { writeFile } from 'node:fs/promises'
import { isAfter, longDay, parseDay } from '../../kernel/day.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import {
  type BoardReport,
  boardReportPaper,
  makeBoardReport,
  makeClosedReport,
} from '../../modules/governance/index.ts'
import { renderPdf } from '../../modules/papers/index.ts'
import { findPeriods } from '../../modules/programme/index.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { codeOf } from '../../platform/problem.ts'
import { today, type World } from '../../platform/world.ts'
import { type Chosen, choosePlan, named } from './choose-plan.ts'
import { type Command, isOutcome, type Outcome, parse, refused, usage } from './command.ts'
import { withHouse } from './with-house.ts'

const HOW =
  'paper board-report --plan ID_OR_TITLE --out FILE.pdf [--as-at DAY | --period NAME_OR_ID [--closing NUMBER]] [--partnership NAME]'

const OPTIONS = {
  plan: 'text',
  out: 'text',
  'as-at': 'text',
  period: 'text',
  closing: 'text',
  partnership: 'text',
} as const

/** `paper board-report`: the same report as the page, as a PDF in a file. */
export const boardReportToFile: Command = async (words) => {
  const parsed = parse(words, OPTIONS, HOW)
  if (isOutcome(parsed)) return parsed
  const { plan: wanted, out, 'as-at': asAtWords, period, closing, partnership } = parsed.text
  if (!wanted || !out) return refused(`Say which plan, and the file to write. ${usage(HOW)}`)
  const asked = asAtWords === undefined ? null : parseDay(asAtWords)
  if (asAtWords !== undefined && !asked) return refused(`"${asAtWords}" is not a day. Write it as 2015-03-31.`)
  if (period !== undefined && asAtWords !== undefined) return refused(`Say a day or a period, not both. ${usage(HOW)}`)
  if (closing !== undefined && (period === undefined || !/^[1-9]\d{0,3}$/.test(closing))) {
    return refused(`--closing is the number of one closing of a --period, such as 1. ${usage(HOW)}`)
  }

  return withHouse(async ({ world, partnerships }): Promise<Outcome> => {
    const chosen = await choosePlan(world, named(partnerships, partnership ?? ''), wanted)
    if (!chosen.ok) return refused(chosen.refusal.sentence)
    if (period !== undefined) {
      const number = closing === undefined ? null : Number(closing)
      const made = await closedReportOf(world, chosen.value, period, number)
      if (!made.ok) return refused(made.refusal.sentence)
      const printed = await renderPdf(boardReportPaper(made.value.report), made.value.at)
      return writePdf(out, printed)
    }
    const asAt = asked ?? today(world)
    if (isAfter(asAt, today(world)))
      return refused(`${longDay(asAt)} has not come yet. Choose today or an earlier day.`)
    const report = await makeBoardReport(world, wholePartnership(chosen.value.partnershipId), chosen.value.planId, asAt)
    if (!report.ok) {
      return report.refusal.kind === 'not-found'
        ? refused(`"${wanted}" is a draft: adopt it first, then it can be reported on.`)
        : refused(`The plan was adopted on ${longDay(report.refusal.adoptedOn)}. Choose that day or a later one.`)
    }
    return writePdf(out, await renderPdf(boardReportPaper(report.value), world.now()))
  })
}

/** The report of one closed period, named by its name or id, and the moment it was closed. */
async function closedReportOf(
  world: World,
  { partnershipId, planId }: Chosen,
  wanted: string,
  number: number | null,
): Promise<Result<{ readonly report: BoardReport; readonly at: Temporal.Instant }, Refusal>> {
  const scope = wholePartnership(partnershipId)
  const periods = await inScope(world.db, scope, (tx) => findPeriods(tx, planId))
  const period = periods.find(({ id, name }) => id === wanted || name === wanted)
  if (!period) {
    const names = periods.map(({ id, name }) => `\n  ${id}  ${name}`).join('')
    return no(`No period of the plan is "${wanted}". Its periods are:${names || ' none'}`)
  }
  const made = await makeClosedReport(world, scope, { planId, periodId: period.id, number })
  if (made.ok) return ok({ report: made.value, at: made.value.closed?.closedAt ?? world.now() })
  if (made.refusal.kind === 'not-found') return no(`"${period.name}" has no closing ${number}.`)
  const last = made.refusal.closings.at(-1)
  return no(
    last
      ? `"${period.name}" was opened again. Close it, or read its last closing by --closing ${last.number}.`
      : `"${period.name}" is not closed yet. Close it on its page, then it can be reported on.`,
  )
}

type Refusal = { readonly kind: 'no'; readonly sentence: string }

function no(sentence: string) {
  return refuse({ kind: 'no', sentence })
}

async function writePdf(path: string, content: Uint8Array): Promise<Outcome> {
  try {
    await writeFile(path, content)
    return { code: 0, out: `${path}\n` }
  } catch (problem) {
    return refused(`${path} could not be written (${codeOf(problem)}). Check that the folder is there and yours.`)
  }
}
