import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'

/** What a run of tests came to. */
export type Report = {
  readonly passed: number
  readonly failed: number
  readonly failures: readonly string[]
  readonly skipped: readonly string[]
  readonly files: readonly { readonly name: string; readonly seconds: number }[]
}

type Draft = {
  passed: number
  failures: string[]
  skipped: string[]
  files: { name: string; seconds: number }[]
  noise: Map<string, string>
}

/** Words to the console that say something about Node and nothing about the test. */
const HARMLESS_NOISE =
  /ExperimentalWarning|Use `node --trace-warnings|oidc-provider WARNING:.*Unsupported runtime\. Use Node\.js/

/** Follows a run to its end, and says which file is done as it goes. */
export async function collectReport(
  events: AsyncIterable<TestEvent>,
  fileCount: number,
  root: string,
): Promise<Report> {
  const draft: Draft = { passed: 0, failures: [], skipped: [], files: [], noise: new Map() }
  for await (const event of events) {
    note(draft, event, root)
    if (event.type === 'test:summary' && event.data.file) showProgress(draft, fileCount)
  }
  const { passed, skipped, files, noise } = draft
  for (const [file, said] of noise) noteNoise(draft, file, said)
  return { passed, failed: draft.failures.length, failures: draft.failures, skipped, files }
}

/** The report in words: what failed and was skipped, the slowest files, and last the line that scripts read. */
export function wordsOf({ passed, failed, failures, skipped, files }: Report): string {
  const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, 5)
  return [
    ...failures.map((failure) => `\nFAILED  ${failure}`),
    ...(skipped.length > 0 ? ['\nSkipped:', ...skipped.map((words) => `  ${words}`)] : []),
    '\nSlowest files:',
    ...slowest.map(({ name, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${name}`),
    '',
    `${passed} passed, ${failed} failed`,
    '',
  ].join('\n')
}

function note(draft: Draft, event: TestEvent, root: string): void {
  switch (event.type) {
    case 'test:pass': {
      const { skip, todo, name, file, details } = event.data
      if (skip !== undefined) draft.skipped.push(`${name}: ${skip === true ? 'no reason given' : skip}`)
      else if (todo !== undefined) draft.failures.push(`${name}: is marked as still to do`)
      else if (details.type !== 'suite' && name !== file) draft.passed += 1
      return
    }
    case 'test:fail': {
      const { error } = event.data.details
      if ('failureType' in error && error.failureType === 'subtestsFailed') return
      const where = event.data.file ? relative(root, event.data.file) : 'no file'
      draft.failures.push(`${where}: ${event.data.name}\n${indented(stackOf(error.cause ?? error))}`)
      return
    }
    case 'test:stdout':
    case 'test:stderr': {
      const { file, message } = event.data
      if (!file || message.trim() === '' || HARMLESS_NOISE.test(message)) return
      const name = relative(root, file)
      draft.noise.set(name, (draft.noise.get(name) ?? '') + message)
      return
    }
    case 'test:summary': {
      const { file, duration_ms } = event.data
      if (file) draft.files.push({ name: relative(root, file), seconds: duration_ms / 1000 })
      return
    }
  }
}

/** What a file that failed wrote may say why; what a file that passed wrote is a failure of its own. */
function noteNoise({ failures }: Draft, file: string, said: string): void {
  const failed = failures.findLastIndex((failure) => failure.startsWith(`${file}: `))
  if (failed === -1) failures.push(`${file}: wrote to the console, which a test must not\n${indented(said)}`)
  else failures[failed] += `\n  it wrote:\n${indented(said)}`
}

function showProgress({ passed, failures, files }: Draft, fileCount: number): void {
  const words = `${files.length} of ${fileCount} files, ${passed} passed, ${failures.length} failed`
  if (process.stderr.isTTY) process.stderr.write(`\r${words}${files.length === fileCount ? '\n' : ''}`)
  else process.stderr.write(`${words}: ${files.at(-1)?.name}, ${files.at(-1)?.seconds.toFixed(1)} s\n`)
}

function stackOf(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
}

function indented(words: string): string {
  return words.trimEnd().replaceAll(/^/gm, '    ')
}
