import { clamdScanner } from '../../src/platform/scanner/clamd.ts'
import { EICAR } from '../support/clamd-server.ts'

/** Asks a real daemon at a socket about four files, and says each answer; exit 1 when one of them is not what it should be. */
const [path = ''] = process.argv.slice(2)
const scanner = clamdScanner({ path })
const tries = [
  { name: 'words', content: Buffer.from('Two hubs are open'), kind: 'clean' },
  { name: 'a megabyte of words', content: Buffer.alloc(1_000_000, 'Two hubs. '), kind: 'clean' },
  { name: 'the EICAR test file', content: Buffer.from(EICAR), kind: 'found' },
  { name: 'a file above StreamMaxLength', content: Buffer.alloc(4_000_000, 'a'), kind: 'refused' },
]
for (const { name, content, kind } of tries) {
  const scanned = await scanner.scan(content)
  process.stdout.write(`${scanned.kind === kind ? 'as it should' : 'WRONG'}  ${name}: ${JSON.stringify(scanned)}\n`)
  if (scanned.kind !== kind) process.exitCode = 1
}
