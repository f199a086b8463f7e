import { squeeze } from './inline-text.ts'

/** Words set alike: struck out, or not. */
export type TextRun = { readonly text: string; readonly isStruck: boolean }

/**
 * Runs as one text with single spaces. Struck-out words keep tildes round them (`~~30 June~~`), as Markdown writes them, so that no
 * date is read from them; runs that follow each other make one struck passage.
 */
export function joinRuns(runs: readonly TextRun[]): string {
  const merged: { text: string; isStruck: boolean }[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    const isBlank = run.text.trim() === ''
    if (last && (last.isStruck === run.isStruck || isBlank)) last.text += run.text
    else merged.push({ ...run, isStruck: run.isStruck && !isBlank })
  }
  return squeeze(merged.map((run) => (run.isStruck ? strike(run.text) : run.text)).join(''))
}

function strike(text: string): string {
  const words = text.trim()
  const from = text.indexOf(words)
  return `${text.slice(0, from)}~~${words}~~${text.slice(from + words.length)}`
}
