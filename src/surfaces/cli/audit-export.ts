import { open } from 'node:fs/promises'
import { exportLine, readLinks } from '../../modules/audit/index.ts'
import { inScope, wholePartnership } from '../../platform/database/index.ts'
import { codeOf } from '../../platform/problem.ts'
import { named } from './choose-plan.ts'
import { type Command, isOutcome, type Outcome, parse, refused, usage } from './command.ts'
import { withHouse } from './with-house.ts'

const HOW = 'audit export --out FILE.jsonl [--partnership NAME]'

/** `audit export`: one partnership's audit trail, a line for each entry, to be checked without Trellis. */
export const exportTrail: Command = async (words) => {
  const parsed = parse(words, { partnership: 'text', out: 'text' }, HOW)
  if (isOutcome(parsed)) return parsed
  const { partnership = '', out } = parsed.text
  if (!out) return refused(`Say which file to write. ${usage(HOW)}`)
  return withHouse(async ({ world, partnerships }): Promise<Outcome> => {
    const [chosen, ...others] = named(partnerships, partnership)
    if (!chosen) return refused(`No partnership is called "${partnership}". ${usage(HOW)}`)
    if (others.length > 0)
      return refused(
        `Several partnerships match "${partnership}". Name one of: ${[chosen, ...others].map(({ name }) => name).join(', ')}.`,
      )
    try {
      const file = await open(out, 'w')
      try {
        await inScope(world.db, wholePartnership(chosen.id), async (tx) => {
          for await (const links of readLinks(tx)) await file.write(links.map(exportLine).join(''))
        })
      } finally {
        await file.close()
      }
    } catch (problem) {
      return refused(`${out} could not be written (${codeOf(problem)}). Check that the folder is there and yours.`)
    }
    return { code: 0, out: `${out}\n` }
  })
}
