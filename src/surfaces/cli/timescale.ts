import { isBefore, parseDay } from '../../kernel/day.ts'
import { datesInWords, readTimescale, whenInWords } from '../../modules/reading/index.ts'
import { type Command, isOutcome, json, parse, refused, usage } from './command.ts'

const HOW = 'timescale "TEXT" --from DAY --to DAY [--json]'

/** `timescale "TEXT" --from DAY --to DAY`: `--to` is the last day of the plan. Opens no database. */
export const readTimescaleWords: Command = async (words) => {
  const parsed = parse(words, { from: 'text', to: 'text', json: 'flag' }, HOW)
  if (isOutcome(parsed)) return parsed
  const [text, ...more] = parsed.positionals
  if (!text?.trim() || more.length > 0) return refused(`Put the words of the timescale in quotes. ${usage(HOW)}`)
  const starts = parseDay(parsed.text.from ?? '')
  const ends = parseDay(parsed.text.to ?? '')
  if (!starts || !ends)
    return refused(`--from and --to are the plan's first and last day, such as 2014-04-01. ${usage(HOW)}`)
  if (isBefore(ends, starts)) return refused('--to lies before --from. The last day must be on or after the first.')

  const reading = readTimescale(text, { starts, endsBefore: ends.add({ days: 1 }) })
  if (parsed.flags.has('json')) return { code: 0, out: json(reading) }
  const lines = [
    `${reading.kind}: ${datesInWords(reading) || whenInWords(reading)} (${reading.confidence})`,
    ...reading.notes,
  ]
  return { code: 0, out: `${lines.join('\n')}\n` }
}
