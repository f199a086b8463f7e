import { ratingColours } from '../../design/ratings/rating-colours.ts'
import type { Paper } from './paper.ts'
import type { PaperOrder } from './paper-order.ts'
import { type ChildLimits, runPaperChild } from './run-paper-child.ts'

/** Fifty times what a 60-page report needs, so that only a runaway meets them. */
const LIMITS: ChildLimits = { milliseconds: 60_000, residentBytes: 1024 * 1024 * 1024 }

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
  return runPaperChild(JSON.stringify(order), limits)
}
