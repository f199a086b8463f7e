import { mkdir, open } from 'node:fs/promises'
import { configOfProcess } from '../../config.ts'
import { breachedListIn } from '../../modules/people/index.ts'
import { type BadLine, writeList } from '../../platform/hash-list.ts'
import { codeOf } from '../../platform/problem.ts'
import { type Command, isOutcome, parse, refused, usage } from './command.ts'

const HOW = 'passwords load FILE [--seen-at-least N]'

/**
 * `passwords load`: the operator's own list of breached passwords, from a file of SHA-1 hashes in order. It is read line by line, so that a file of tens
 * of gigabytes needs no more memory than a small one; what was loaded before stays until all of it is read.
 */
export const loadPasswords: Command = async (words) => {
  const parsed = parse(words, { 'seen-at-least': 'text' }, HOW)
  if (isOutcome(parsed)) return parsed
  const [path, ...more] = parsed.positionals
  if (path === undefined || more.length > 0) return refused(`Say which file, and only one. ${usage(HOW)}`)
  const least = parsed.text['seen-at-least'] ?? '1'
  if (!/^[1-9]\d{0,9}$/.test(least)) return refused(`"${least}" is no number from 1 on. ${usage(HOW)}`)
  const config = configOfProcess()
  if (!config.ok) return refused(config.refusal.message)
  const { dataDir } = config.value
  try {
    await using input = await open(path)
    await mkdir(dataDir, { recursive: true })
    const kept = await writeList(breachedListIn(dataDir), input.readLines(), Number(least))
    if (typeof kept !== 'number') return refused(`${path}, line ${kept.line}: ${whyInWords(kept)} Nothing was loaded.`)
    return {
      code: 0,
      out: `${kept.toLocaleString('en-GB')} breached passwords are loaded into ${breachedListIn(dataDir)}\n`,
    }
  } catch (problem) {
    const code = codeOf(problem)
    if (code === '') throw problem
    return refused(
      `${path} could not be loaded into ${dataDir} (${code}). Check that the one is there and the other yours.`,
    )
  }
}

function whyInWords({ why }: BadLine): string {
  return why === 'no-hash'
    ? 'this is no SHA-1 in 40 hexadecimal digits, with or without ":" and a count after it.'
    : 'the hashes are not in order here. Sort the file first: LC_ALL=C sort.'
}
