import { breakInWords, countBlanked, headInWords, isBreak, parseHead, verifyChain } from '../../modules/audit/index.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { named } from './choose-plan.ts'
import { type Command, isOutcome, json, type Outcome, parse, refused, usage } from './command.ts'
import { withHouse } from './with-house.ts'

const HOW = 'verify [--partnership NAME] [--anchor NUMBER:HASH] [--json]'

/** `verify`: walks the chain of each partnership's audit trail and names the first entry that is not as it was written. */
export const verifyTrails: Command = async (words) => {
  const parsed = parse(words, { partnership: 'text', anchor: 'text', json: 'flag' }, HOW)
  if (isOutcome(parsed)) return parsed
  const { partnership = '', anchor: anchorWords } = parsed.text
  const anchor = anchorWords === undefined ? null : parseHead(anchorWords)
  if (anchorWords !== undefined && !anchor)
    return refused(
      `"${anchorWords}" is no anchor. Write it as a paper prints it: a number, a colon, 64 letters and figures.`,
    )
  return withHouse(async ({ world, partnerships }): Promise<Outcome> => {
    const chosen = named(partnerships, partnership)
    if (chosen.length === 0) return refused(`No partnership is called "${partnership}". ${usage(HOW)}`)
    if (anchor && chosen.length > 1)
      return refused('An anchor belongs to one partnership: say which with --partnership.')
    const results: Verified[] = []
    for (const { id, name } of chosen) {
      const { answer, blanked } = await inScope(world.db, wholePartnership(id), async (tx) => ({
        answer: await verifyChain(tx, anchor),
        blanked: await countBlanked(tx),
      }))
      results.push(
        isBreak(answer)
          ? { partnership: name, isWhole: false, firstBroken: answer.number, why: breakInWords(answer) }
          : { partnership: name, isWhole: true, entries: answer.number, blanked, head: headInWords(answer) },
      )
    }
    const isWhole = results.every((result) => result.isWhole)
    return { code: isWhole ? 0 : 1, out: parsed.flags.has('json') ? json(results) : inWords(results) }
  })
}

type Verified =
  | {
      readonly partnership: string
      readonly isWhole: true
      readonly entries: number
      readonly blanked: number
      readonly head: string
    }
  | { readonly partnership: string; readonly isWhole: false; readonly firstBroken: number; readonly why: string }

function inWords(results: readonly Verified[]): string {
  const lines = results.map((result) =>
    result.isWhole
      ? `${result.partnership}: ${result.entries.toLocaleString('en-GB')} entries, each as it was written.${blankedInWords(result.blanked)} The last is ${result.head}`
      : `${result.partnership}: BROKEN. ${result.why}`,
  )
  return `${lines.join('\n')}\n`
}

/** Said only where there are some. */
function blankedInWords(count: number): string {
  if (count === 0) return ''
  return ` ${count.toLocaleString('en-GB')} ${count === 1 ? 'has' : 'have'} had details taken out, when somebody was erased.`
}
