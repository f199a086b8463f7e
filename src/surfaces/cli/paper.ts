import { writeFile } from 'node:fs/promises'
import { isAfter, longDay, parseDay } from '../../kernel/day.ts'
import { boardReportPaper, makeBoardReport } from '../../modules/governance/index.ts'
import { renderPdf } from '../../modules/papers/index.ts'
import { wholePartnership } from '../../platform/database/index.ts'
import { codeOf } from '../../platform/problem.ts'
import { today } from '../../platform/world.ts'
import { choosePlan, named } from './choose-plan.ts'
import { type Command, isOutcome, type Outcome, parse, refused, usage } from './command.ts'
import { withHouse } from './with-house.ts'

const HOW = 'paper board-report --plan ID_OR_TITLE --out FILE.pdf [--as-at DAY] [--partnership NAME]'

/** `paper board-report`: the same report as the page, as a PDF in a file. */
export const boardReportToFile: Command = async (words) => {
  const parsed = parse(words, { plan: 'text', out: 'text', 'as-at': 'text', partnership: 'text' }, HOW)
  if (isOutcome(parsed)) return parsed
  const { plan: wanted, out, 'as-at': asAtWords, partnership } = parsed.text
  if (!wanted || !out) return refused(`Say which plan, and the file to write. ${usage(HOW)}`)
  const asked = asAtWords === undefined ? null : parseDay(asAtWords)
  if (asAtWords !== undefined && !asked) return refused(`"${asAtWords}" is not a day. Write it as 2015-03-31.`)

  return withHouse(async ({ world, partnerships }): Promise<Outcome> => {
    const chosen = await choosePlan(world, named(partnerships, partnership ?? ''), wanted)
    if (!chosen.ok) return refused(chosen.refusal.sentence)
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

async function writePdf(path: string, content: Uint8Array): Promise<Outcome> {
  try {
    await writeFile(path, content)
    return { code: 0, out: `${path}\n` }
  } catch (problem) {
    return refused(`${path} could not be written (${codeOf(problem)}). Check that the folder is there and yours.`)
  }
}
