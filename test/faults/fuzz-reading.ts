import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Broke, fuzzRounds } from './fuzzing/fuzz-rounds.ts'

/**
 * Breaks documents in every way it knows and has them read: each must be read whole or refused in a sentence, within 10 seconds and
 * 1 GB. `fuzz-reading.ts [SECONDS] [SEED] [FOLDER]`; what broke is kept in the folder, one of each kind.
 */
const [seconds = '60', seed = '1', folder] = process.argv.slice(2)
const ends = performance.now() + Number(seconds) * 1000
const kinds = new Map<string, number>()
const broken: Broke[] = []

const rounds = await fuzzRounds({
  seed: Number(seed),
  isEnough: () => performance.now() > ends,
  tell: (broke) => {
    const kind = `${broke.document.name.split('.').at(-1)} ${broke.problem.replace(/\d+/g, 'N').slice(0, 120)}`
    const count = (kinds.get(kind) ?? 0) + 1
    kinds.set(kind, count)
    if (count > 2) return
    broken.push(broke)
    process.stdout.write(`${broke.seed} ${broke.document.name}: ${broke.problem}\n`)
  },
})
if (folder !== undefined) {
  await mkdir(folder, { recursive: true })
  for (const { seed: made, document } of broken)
    await writeFile(join(folder, `${made}-${document.name}`), document.content)
}
process.stdout.write(`${rounds} documents tried, ${kinds.size} kinds of trouble\n`)
for (const [kind, count] of kinds) process.stdout.write(`${String(count).padStart(5)}  ${kind}\n`)
process.exitCode = kinds.size === 0 ? 0 : 1
