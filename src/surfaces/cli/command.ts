import { parseArgs } from 'node:util'
import { messageOf } from '../../platform/problem.ts'

/** What a command gives back: 0 done, 1 a finding the caller asked to fail on, 2 refused. */
export type Outcome = { readonly code: 0 | 1 | 2; readonly out?: string; readonly error?: string }
export type Command = (words: readonly string[]) => Promise<Outcome>

export type Options = Readonly<Record<string, 'text' | 'flag'>>
export type Parsed = {
  readonly positionals: readonly string[]
  readonly text: Readonly<Record<string, string>>
  readonly flags: ReadonlySet<string>
}

export function refused(sentence: string): Outcome {
  return { code: 2, error: sentence }
}

export function usage(command: string): string {
  return command === 'help' ? 'See: trellis help' : `Use it as: trellis ${command}`
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Reads a command's words by its options; a sentence when they do not fit. */
export function parse(words: readonly string[], options: Options, how: string): Parsed | Outcome {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(
          ([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }] as const,
        ),
      ),
    })
    const text = Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
    const flags = Object.entries(values).flatMap(([name, value]) => (value === true ? [name] : []))
    return { positionals, text: Object.fromEntries(text), flags: new Set(flags) }
  } catch (problem) {
    const [sentence] = messageOf(problem).split(/\.\s|\n/)
    return refused(`${sentence}. ${usage(how)}`)
  }
}

export function isOutcome(parsed: Parsed | Outcome): parsed is Outcome {
  return 'code' in parsed
}
