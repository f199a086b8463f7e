import { readInChild } from '../../src/modules/reading/index.ts'
import { madeTrials } from './made-trials.ts'
import { addShares, allFields, type Score, type Share, scoreReading } from './score-reading.ts'
import { seedTrials } from './seed-truth.ts'
import { sharedTrials, type Trial } from './shared-truth.ts'

/** Prints how well the reader does, document by document: actions found, actions invented, fields exact. `--misses` says what was wrong. */
const EMPTY = {
  title: null,
  period: null,
  levels: [],
  parts: [],
  actions: [],
  claims: [],
  findings: [],
  notUnderstood: [],
}

const words = process.argv.slice(2)
const only = words.find((word) => !word.startsWith('--'))
const trials = [...seedTrials(), ...sharedTrials(), ...(await madeTrials())].filter(
  ({ expected }) => !only || expected.name.includes(only),
)
const scores: Score[] = []
for (const [index, trial] of trials.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${trials.length}`)
  scores.push(await scoreOf(trial))
}
if (process.stderr.isTTY) process.stderr.write('\r')
process.stdout.write(tableOf(scores))
if (words.includes('--misses'))
  for (const score of scores) for (const miss of score.misses) process.stdout.write(`${score.name}: ${miss}\n`)

async function scoreOf({ expected, content, fileName }: Trial): Promise<Score> {
  const read = await readInChild({ name: fileName, content })
  if (read.ok) return scoreReading(expected, read.value)
  const none = scoreReading(expected, { ...EMPTY, source: { name: fileName, format: 'text', bytes: 0, sha256: '' } })
  return { ...none, misses: [read.refusal.sentence] }
}

/** One row for each name, those of the same name together. */
function tableOf(all: readonly Score[]): string {
  const byName = Map.groupBy(all, ({ name, layout }) => `| ${name} | ${layout} |`)
  const rows = [...byName].map(([head, group]) => {
    const invented = group.reduce((sum, score) => sum + score.invented, 0)
    return `${head} ${shareWords(addShares(group.map(({ found }) => found)))} | ${invented} | ${shareWords(addShares(group.map(allFields)))} |`
  })
  return `| document | layout | actions found | invented | fields exact |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

function shareWords({ right, all }: Share): string {
  return all === 0 ? 'none looked for' : `${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`
}
