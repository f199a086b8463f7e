import { addUser } from './add-user.ts'
import { type Command, type Outcome, refused, usage } from './command.ts'
import { boardReportToFile } from './paper.ts'
import { lintFile, readFileAsPlan } from './read.ts'
import { readTimescaleWords } from './timescale.ts'

/** Every command by its name; a name of two words is tried first. */
const COMMANDS: Readonly<Record<string, Command>> = {
  read: readFileAsPlan,
  lint: lintFile,
  timescale: readTimescaleWords,
  'paper board-report': boardReportToFile,
  'user add': addUser,
}

const HELP = `Trellis on the command line

  trellis read FILE [--json]                      a plan or report as published, read
  trellis lint FILE [--json]                      what a careful colleague would ask about it
  trellis timescale "TEXT" --from DAY --to DAY [--json]
                                                  when the words mean, as dates
  trellis paper board-report --plan ID_OR_TITLE --out FILE.pdf [--as-at DAY] [--partnership NAME]
                                                  the board report as an accessible PDF
  trellis user add --partnership NAME --name NAME --email ADDRESS [--role manager|viewer] [--area AREA]
                                                  a sign-in; makes the partnership when there is none of that name

Days are written 2015-03-31. Exit code 0: done; 1: a finding you asked to fail on; 2: refused, with a sentence that says why.
`

async function run(words: readonly string[]): Promise<Outcome> {
  const [first = '', second = ''] = words
  if (first === '' || first === 'help' || first === '--help') return { code: first === '' ? 2 : 0, out: HELP }
  const both = COMMANDS[`${first} ${second}`]
  if (both) return both(words.slice(2))
  const one = COMMANDS[first]
  return one
    ? one(words.slice(1))
    : refused(`There is no command "${words.slice(0, 2).join(' ').trim()}". ${usage('help')}`)
}

/** Prints to where the outcome belongs and ends with its code, after everything is written. */
function finish({ code, out, error }: Outcome): void {
  process.exitCode = code
  if (out) process.stdout.write(out)
  if (error) process.stderr.write(`${error}\n`)
}

process.stdout.on('error', () => process.exit(0))
finish(await run(process.argv.slice(2)))
