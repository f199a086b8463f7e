import { valueAt } from '../../kernel/value-at.ts'
import { type Command, type Outcome, refused, usage } from './command.ts'

/** Every command by its name, fetched when it is called: reading a file need not wait for the database's code. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./read.ts')).readFileAsPlan,
  lint: async () => (await import('./read.ts')).lintFile,
  reconcile: async () => (await import('./reconcile.ts')).reconcileFiles,
  timescale: async () => (await import('./timescale.ts')).readTimescaleWords,
  convert: async () => (await import('./export.ts')).convertFile,
  export: async () => (await import('./export.ts')).exportToFile,
  'paper board-report': async () => (await import('./paper.ts')).boardReportToFile,
  verify: async () => (await import('./verify.ts')).verifyTrails,
  'audit export': async () => (await import('./audit-export.ts')).exportTrail,
  ask: async () => (await import('./ask.ts')).ask,
  'messages send': async () => (await import('./send-messages.ts')).sendMessages,
  bounces: async () => (await import('./bounces.ts')).readBounces,
  'sign-in vouch': async () => (await import('./sign-in.ts')).vouchForDomain,
  'sign-in withdraw': async () => (await import('./sign-in.ts')).withdrawDomain,
  'sign-in lift-demand': async () => (await import('./sign-in.ts')).liftWhatIsDemanded,
  'passwords load': async () => (await import('./load-passwords.ts')).loadPasswords,
  'user add': async () => (await import('./add-user.ts')).addUser,
}

const HELP = `Trellis on the command line

  trellis read FILE [--json]                      a plan or report as published, read
  trellis lint FILE [--json]                      what a careful colleague would ask about it
  trellis reconcile PLAN REPORT [--json] [--fail] what became of each action: a plan against its report, or against the next plan
  trellis timescale "TEXT" --from DAY --to DAY [--json]
                                                  when the words mean, as dates
  trellis convert FILE --as FORMAT --out FILE     a plan as published, written as xlsx, ods, csv, docx, md or json
  trellis export --plan ID_OR_TITLE --as FORMAT --out FILE [--partnership NAME]
                                                  a plan that Trellis keeps, in the same formats
  trellis paper board-report --plan ID_OR_TITLE --out FILE.pdf [--as-at DAY] [--partnership NAME]
                                                  the board report as an accessible PDF; of a closed period with
                                                  --period NAME_OR_ID [--closing NUMBER] instead of a day
  trellis verify [--partnership NAME] [--anchor NUMBER:HASH] [--json]
                                                  whether each entry of the audit trail is as it was written
  trellis audit export --out FILE.jsonl [--partnership NAME]
                                                  the audit trail, for somebody to check without Trellis
  trellis ask [--json]                            asks and chases for every report whose day has come, as a running server does
  trellis messages send [--json]                  hands over every message that is due, as a running server does by itself
  trellis bounces [FILE …] [--fail] [--json]      notes what came back, from mails, mailboxes and Maildirs, or from standard input
  trellis user add --partnership NAME --name NAME --email ADDRESS [--role ROLE] [--area AREA]
                                                  a sign-in; makes the partnership when there is none of that name
  trellis sign-in vouch --partnership NAME --domain DOMAIN
                                                  says that a domain of mail is a partnership's, for single sign-on
  trellis sign-in withdraw --partnership NAME --domain DOMAIN
                                                  says that it is not any more
  trellis sign-in lift-demand --partnership NAME  a password or a link is enough again, when nobody can sign in
  trellis passwords load FILE [--seen-at-least N] breached passwords, which nobody may choose from then on

Days are written 2015-03-31. Exit code 0: done; 1: a finding you asked to fail on; 2: refused, with a sentence that says why.
`

/** Finds the command that the first word, or the first two, name, and does it. */
export async function run(words: readonly string[]): Promise<Outcome> {
  const [first = '', second = ''] = words
  if (first === '' || first === 'help' || first === '--help') return { code: first === '' ? 2 : 0, out: HELP }
  const both = valueAt(COMMANDS, `${first} ${second}`)
  if (both) return (await both())(words.slice(2))
  const one = valueAt(COMMANDS, first)
  if (one) return (await one())(words.slice(1))
  return refused(`There is no command "${words.slice(0, 2).join(' ').trim()}". ${usage('help')}`)
}
