import { ratingColours } from '../../design/ratings/rating-colours.ts'
import { type ChildLimits, runChild } from '../../platform/child-process/run-child.ts'
import type { Paper } from './paper.ts'
import type { PaperOrder } from './paper-order.ts'

/** Fifty times the time and five times the memory of a 60-page report, so that only a runaway meets them. */
const LIMITS: ChildLimits = { milliseconds: 60_000, megabytes: 1024 }

/**
 * Prints a paper as a PDF that meets PDF/UA-1 and PDF/A-2a.
 *
 * Works in a process of its own, ended when it takes too long or too much, so that the server goes on answering others.
 *
 * @param paper  what to print; its words are printed, never interpreted
 * @param at  the moment of printing, kept in the file; the same paper and moment give the same bytes
 * @throws Error when the paper could not be printed within the limits, or the template refused it
 */
export async function renderPdf(paper: Paper, at: Temporal.Instant, limits = LIMITS): Promise<Uint8Array> {
  const atSeconds = Math.floor(at.epochMilliseconds / 1000)
  const order: PaperOrder = { paper, atSeconds, ratings: ratingColours }
  const ended = await runChild(`${import.meta.dirname}/paper-child.ts`, JSON.stringify(order), limits, () => undefined)
  if (!ended.ok) throw new Error(`The paper could not be printed: its process ${ended.refusal.kind}`)
  return pdfOf(ended.value)
}

function pdfOf(answer: unknown): Uint8Array {
  if (typeof answer === 'object' && answer !== null) {
    if ('pdf' in answer && answer.pdf instanceof Uint8Array) return answer.pdf
    if ('failure' in answer) throw new Error(`The paper could not be printed: ${answer.failure}`)
  }
  throw new Error('The paper could not be printed: its process gave no answer')
}
