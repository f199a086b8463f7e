import { stdin, stdout } from 'node:process'
import { text } from 'node:stream/consumers'
import { compilePaper } from './compile-paper.ts'
import type { PaperOrder } from './paper-order.ts'

// The printing process: one order on standard input, one PDF on standard output, a failure in words on standard error.
// Only `renderPdf` starts it, and its types made the order.
const order: PaperOrder = JSON.parse(await text(stdin))
stdout.write(compilePaper(order))
