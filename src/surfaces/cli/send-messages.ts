import { carriersOf, deliverMessages } from '../../platform/messages/index.ts'
import { type Command, isOutcome, json, type Outcome, parse, refused, usage } from './command.ts'
import { withHouse } from './with-house.ts'

const HOW = 'messages send [--json]'

/** `messages send`: hands over every message that is due, once, as a running server does by itself. */
export const sendMessages: Command = async (words) => {
  const parsed = parse(words, { json: 'flag' }, HOW)
  if (isOutcome(parsed)) return parsed
  if (parsed.positionals.length > 0) return refused(usage(HOW))
  return withHouse(async ({ world, messages }): Promise<Outcome> => {
    const counts = await deliverMessages(world, carriersOf(messages, world.origin))
    return { code: 0, out: parsed.flags.has('json') ? json(counts) : `${inWords(counts)}\n` }
  })
}

function inWords(counts: Readonly<Record<string, number>>): string {
  const said = Object.entries(counts).filter(([, count]) => count > 0)
  if (said.length === 0) return 'No message was due.'
  return `${said.map(([end, count]) => `${count.toLocaleString('en-GB')} ${end.replace('-', ' ')}`).join(', ')}.`
}
