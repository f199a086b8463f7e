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

/** The lines of a cell in which its author began new ones, for a cell that has several. */
export function ownLines(runs: readonly TextRun[]): { readonly lines?: readonly string[] } {
  if (!runs.some(({ text }) => /[\r\n]/.test(text))) return {}
  const lines: TextRun[][] = [[]]
  for (const run of runs)
    for (const [at, text] of run.text.split(/\r\n|\r|\n/).entries()) {
      if (at > 0) lines.push([])
      lines.at(-1)?.push({ ...run, text })
    }
  const texts = lines.map(joinRuns).filter((line) => line !== '')
  return texts.length > 1 ? { lines: texts } : {}
}

function strike(text: string): string {
  const words = text.trim()
  const from = text.indexOf(words)
  return `${text.slice(0, from)}~~${words}~~${text.slice(from + words.length)}`
}
