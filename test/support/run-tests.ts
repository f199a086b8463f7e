import { glob, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { run } from 'node:test'
import { filesThatTouchTheDatabase } from './database-test-files.ts'
import { collectReport, type Report, wordsOf } from './test-report.ts'
import { joinTestServer } from './test-server.ts'

/**
 * Runs test files, each in a process of its own, on one PostgreSQL that stays up until the last has ended.
 *
 * Words: patterns of files, none for all; `--database-only` for those alone that touch the database.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const EVERY_TEST = ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'demo/**/*.test.ts']

const words = process.argv.slice(2)
const patterns = words.filter((word) => !word.startsWith('--'))
const found = await filesOf(patterns)
const files = words.includes('--database-only') ? await filesThatTouchTheDatabase(found) : found
const report = files.length > 0 ? await runOnOneServer(files) : null

if (!report)
  process.stdout.write(`No test file matches ${patterns.join(' ') || EVERY_TEST.join(' ')}\n0 passed, 1 failed\n`)
else process.stdout.write(wordsOf(report))

const { passed, failed } = report ?? { passed: 0, failed: 1 }
if (process.env.TEST_TOTALS) await writeFile(process.env.TEST_TOTALS, `${passed} ${failed}\n`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

async function runOnOneServer(testFiles: readonly string[]): Promise<Report> {
  const { server } = await joinTestServer()
  process.env.TEST_RUN = String(process.pid)
  try {
    const events = run({
      files: [...testFiles],
      cwd: ROOT,
      execArgv: ['--import', 'tsx'],
      concurrency: Math.max(2, availableParallelism()),
      timeout: 600_000,
      // A test that fails may leave a server open, and its process would then never end, nor would the run.
      forceExit: true,
    })
    return await collectReport(events, testFiles.length, ROOT)
  } finally {
    await server.leave()
  }
}

/** Patterns given by a person are taken from where that person stands; a folder means all tests in it. */
async function filesOf(given: readonly string[]): Promise<readonly string[]> {
  const wanted =
    given.length > 0 ? given.map((pattern) => resolve(pattern)) : EVERY_TEST.map((pattern) => resolve(ROOT, pattern))
  const files: string[] = []
  for await (const path of glob(wanted.flatMap(withFolder), { exclude: ['**/node_modules/**'] })) {
    if (/\.test\.tsx?$/.test(path)) files.push(path)
  }
  return longestFirst([...new Set(files)].sort())
}

/** Whole stories, kills and printing take longest: begun first, they do not leave one core waiting at the end. */
function longestFirst(files: readonly string[]): readonly string[] {
  const isLong = (file: string) => /test\/(journeys|faults)\/|render-pdf|embedded/.test(file)
  return [...files.filter(isLong), ...files.filter((file) => !isLong(file))]
}

function withFolder(pattern: string): readonly string[] {
  return [pattern, `${pattern}.test.{ts,tsx}`, `${pattern}/**/*.test.{ts,tsx}`]
}
