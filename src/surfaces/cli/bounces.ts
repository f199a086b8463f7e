import { type TakenReport, takeReport } from '../../platform/messages/index.ts'
import type { World } from '../../platform/world.ts'
import { type Command, isOutcome, json, type Outcome, parse, refused, usage } from './command.ts'
import { mailsAt, mailsIn } from './mails-at.ts'
import { withHouse } from './with-house.ts'

const HOW = 'bounces [FILE …] [--fail] [--json]'

/** How many mails were of each kind. */
type Counts = Readonly<Record<'mails' | TakenReport, number>>

const NONE: Counts = {
  mails: 0,
  returned: 0,
  delayed: 0,
  known: 0,
  'not-ours': 0,
  arrived: 0,
  'names-nothing': 0,
  'in-words': 0,
  'automatic-reply': 0,
  'read-receipt': 0,
  letter: 0,
  'too-large': 0,
  'too-tangled': 0,
  'no-mail': 0,
}

/** What is said of one and of several. */
const WORDS: Readonly<Record<TakenReport, readonly [one: string, many: string]>> = {
  returned: ['says that a message came back', 'say that messages came back'],
  delayed: ['says that a message is delayed', 'say that messages are delayed'],
  known: ['says what is noted already', 'say what is noted already'],
  arrived: ['says that a message arrived', 'say that messages arrived'],
  'not-ours': [
    'is about mail that was not sent from here in the last 30 days',
    'are about mail that was not sent from here in the last 30 days',
  ],
  'names-nothing': [
    'is a report that does not name the mail it is about',
    'are reports that do not name the mail they are about',
  ],
  'in-words': [
    'is a mail server’s letter that only a person can read',
    'are mail servers’ letters that only a person can read',
  ],
  'automatic-reply': [
    'is an automatic reply, such as an out-of-office note',
    'are automatic replies, such as out-of-office notes',
  ],
  'read-receipt': ['says that somebody read a mail', 'say that somebody read a mail'],
  letter: ['is a letter and no report of a mail server', 'are letters and no reports of a mail server'],
  'too-large': ['is larger than any report', 'are larger than any report'],
  'too-tangled': ['is nested deeper than any report', 'are nested deeper than any report'],
  'no-mail': ['is no mail', 'are no mails'],
}
/** `bounces`: reads what mail servers sent back, and notes which messages did not arrive. */
export const readBounces: Command = async (words) => {
  const parsed = parse(words, { json: 'flag', fail: 'flag' }, HOW)
  if (isOutcome(parsed)) return parsed
  const { positionals, flags } = parsed
  if (positionals.length === 0 && process.stdin.isTTY)
    return refused(`Name a mail, a mailbox or a Maildir, or pipe one in. ${usage(HOW)}`)
  return withHouse(async ({ world }): Promise<Outcome> => {
    const counts = await take(world, positionals.length === 0 ? mailsIn(process.stdin) : mailsAt(positionals))
    const { mails, returned, delayed, known } = counts
    const isFinding = mails > returned + delayed + known
    return {
      code: flags.has('fail') && isFinding ? 1 : 0,
      out: flags.has('json') ? json(counts) : `${inWords(counts)}\n`,
    }
  })
}

async function take(world: World, mails: AsyncIterable<Uint8Array>): Promise<Counts> {
  const counts = { ...NONE }
  for await (const mail of mails) {
    counts.mails += 1
    counts[await takeReport(world, mail)] += 1
  }
  return counts
}

function inWords(counts: Counts): string {
  const { mails } = counts
  if (mails === 0) return 'There was no mail.'
  const said = Object.entries(WORDS).flatMap(([kind, [one, many]]) => {
    const count = Object.entries(counts).find(([name]) => name === kind)?.[1] ?? 0
    return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`]
  })
  return [`${mails.toLocaleString('en-GB')} ${mails === 1 ? 'mail' : 'mails'} read:`, ...said].join('\n  ')
}
