import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { ratingColours } from '../../src/design/ratings/rating-colours.ts'
import type { Paper } from '../../src/modules/papers/index.ts'
import { renderPdf } from '../../src/modules/papers/index.ts'
import type { PaperOrder } from '../../src/modules/papers/paper-order.ts'
import { aReport } from '../../src/modules/papers/papers.factory.ts'
import { pagesOfPdf, withPdfFiles } from '../support/pdf-tools.ts'

/** Says how long a paper takes from call to file, and the most memory its process held. `node test/load/paper-speed.ts` */
const AT = Temporal.Instant.from('2015-04-01T09:00:00Z')
const TIMES = 5

const papers: Readonly<Record<string, Paper>> = {
  'typical, 34 rows': aReport([14, 20]),
  'an annual report of 82 rows': aReport([30, 30, 22]),
  '500 rows': aReport([100, 100, 100, 100, 100]),
  '60 pages': aReport(Array.from({ length: 10 }, () => 57)),
}

for (const [name, paper] of Object.entries(papers)) {
  const times: number[] = []
  let pdf: Uint8Array = new Uint8Array()
  for (let time = 0; time < TIMES; time += 1) {
    const started = performance.now()
    pdf = await renderPdf(paper, AT)
    times.push(performance.now() - started)
  }
  const sorted = times.toSorted((a, b) => a - b)
  await withPdfFiles({ pdf }, async (pathOf) => {
    const pages = await pagesOfPdf(pathOf('pdf'))
    const peak = await peakMegabytes(paper)
    const middle = sorted[Math.floor(TIMES / 2)] ?? 0
    console.log(
      `${name}: ${pages} pages, ${pdf.length} bytes, middle ${middle.toFixed(0)} ms, worst ${sorted.at(-1)?.toFixed(0)} ms, ${peak} MB`,
    )
  })
}

/** The high-water mark of a process that prints it. */
async function peakMegabytes(paper: Paper): Promise<number> {
  const order: PaperOrder = { paper, atSeconds: AT.epochMilliseconds / 1000, ratings: ratingColours }
  const child = fork('src/modules/papers/paper-child.ts', { serialization: 'advanced' })
  let peak = 0
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0))
    } catch {
      clearInterval(watch)
    }
  }, 10)
  child.send({ message: JSON.stringify(order) })
  await once(child, 'close')
  clearInterval(watch)
  return Math.round(peak / 1024)
}
