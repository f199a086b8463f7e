import type { Outcome } from './command.ts'
import { run } from './run.ts'

/** Prints to where the outcome belongs and ends with its code, after everything is written. */
function finish({ code, out, error }: Outcome): void {
  process.exitCode = code
  if (out) process.stdout.write(out)
  if (error) process.stderr.write(`${error}\n`)
}

process.stdout.on('error', () => process.exit(0))
finish(await run(process.argv.slice(2)))
