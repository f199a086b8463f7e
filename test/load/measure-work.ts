import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { demoPlan } from '../../demo/plan.ts'
import { day } from '../../src/kernel/day.ts'
import { boardReportPaper, makeBoardReport } from '../../src/modules/governance/index.ts'
import { renderPdf } from '../../src/modules/papers/index.ts'
import { readDocument } from '../../src/modules/reading/index.ts'
import { type Database, wholePartnership } from '../../src/platform/database/index.ts'
import { pagesOfPdf, withPdfFiles } from '../support/pdf-tools.ts'
import type { PlanOfSize } from '../support/plan-of-size.ts'

const SEED = new URL('../../../shared/seeds/000_5ddab99ca52f0a11.txt', import.meta.url)
const AT = Temporal.Instant.from('2027-01-31T12:00:00Z')

/** Long pieces of work, in words: reading a document in a process that is warm, and printing a report. */
export async function measureWork(database: Database, plan: PlanOfSize): Promise<readonly string[]> {
  return [await measureReading(), await measureReport(database, plan)]
}

async function measureReading(): Promise<string> {
  const isHere = existsSync(SEED)
  const content = isHere ? await readFile(SEED) : Buffer.from(demoPlan(day('2026-04-01')))
  const name = isHere ? 'seed 000' : 'the demo plan'
  const times = await timesOf(15, () => readDocument({ name: 'plan.txt', content }))
  return `Reading ${name}, warm: ${inWords(times)}`
}

async function measureReport(database: Database, plan: PlanOfSize): Promise<string> {
  let pdf: Uint8Array = new Uint8Array()
  const times = await timesOf(5, async () => {
    const report = await makeBoardReport(
      { db: database.app, now: () => AT },
      wholePartnership(plan.partnershipId),
      plan.planId,
      day('2027-01-31'),
    )
    if (!report.ok) throw new Error(`The report was refused: ${report.refusal.kind}`)
    pdf = await renderPdf(boardReportPaper(report.value), AT)
  })
  const pages = await withPdfFiles({ report: pdf }, (path) => pagesOfPdf(path('report')))
  return `The board report of ${plan.actionIds.length} actions as a PDF of ${pages} pages: ${inWords(times)}`
}

async function timesOf(count: number, work: () => unknown): Promise<readonly number[]> {
  await work()
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)
}

function inWords(times: readonly number[]): string {
  return `middle ${times[Math.floor(times.length / 2)]?.toFixed(0)} ms, worst ${times.at(-1)?.toFixed(0)} ms`
}
