import { counted } from '../../kernel/counted.ts'
import { askTonight, type NightTally } from '../../modules/programme/index.ts'
import { type Command, isOutcome, json, type Outcome, parse, refused, usage } from './command.ts'
import { withHouse } from './with-house.ts'

const HOW = 'ask [--json]'

/** `ask`: asks, reminds and tells on for every report whose day has come, as a running server does once a day. */
export const ask: Command = async (words) => {
  const parsed = parse(words, { json: 'flag' }, HOW)
  if (isOutcome(parsed)) return parsed
  if (parsed.positionals.length > 0) return refused(usage(HOW))
  return withHouse(async ({ world }): Promise<Outcome> => {
    const tally = await askTonight(world)
    return { code: 0, out: parsed.flags.has('json') ? json(tally) : `${inWords(tally)}\n` }
  })
}

function inWords({ partnerships, steps, messages }: NightTally): string {
  if (steps === 0) return 'Nobody was to be asked today.'
  const where = counted(partnerships, 'partnership')
  return `${counted(steps, 'report was', 'reports were')} asked about in ${where}, by ${counted(messages, 'message')}.`
}
