import { stdin, stdout } from 'node:process'
import { json } from 'node:stream/consumers'
import { compilePaper } from './compile-paper.ts'
import type { PaperOrder } from './paper-order.ts'

/** The printing process: one order on standard input, one PDF on standard output; a failure in words on standard error. */
const order = await readOrder()
stdout.write(await compilePaper(order))

async function readOrder(): Promise<PaperOrder> {
  // Only `renderPdf` starts this process, and its types made the order.
  return (await json(stdin)) as PaperOrder
}
