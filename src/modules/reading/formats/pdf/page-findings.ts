import type { Finding } from '../../plan-reading.ts'

/** What could not be read of a document whose other pages could. */
export function pagesFinding(found: {
  readonly pictures: readonly number[]
  readonly broken: readonly number[]
  readonly unknownLetters: number
}): Finding[] {
  const findings: Finding[] = []
  if (found.pictures.length > 0) {
    const { pages, are, their } = wordsFor(found.pictures)
    findings.push(
      warning(
        'page-without-text',
        `${pages} ${are} a picture without text, as a scanner makes it. ${their} words are not in this reading: is there an action among them?`,
        found.pictures[0],
      ),
    )
  }
  if (found.broken.length > 0) {
    const { pages, their } = wordsFor(found.broken)
    findings.push(
      warning(
        'page-damaged',
        `${pages} could not be read. ${their} words are not in this reading. Save the PDF again and read it anew.`,
        found.broken[0],
      ),
    )
  }
  if (found.unknownLetters > 0) {
    const count = found.unknownLetters.toLocaleString('en-GB')
    findings.push(
      warning(
        'letters-not-known',
        `The PDF does not say which letters ${count} of its signs are; each is shown as “\ufffd”. Compare the words with the document.`,
      ),
    )
  }
  return findings
}

function warning(code: string, message: string, page?: number): Finding {
  return { code, severity: 'warning', action: null, words: null, message, where: page === undefined ? null : { page } }
}

function wordsFor(pages: readonly number[]) {
  const isOne = pages.length === 1
  return {
    pages: `Page${isOne ? '' : 's'} ${listPages(pages)}`,
    are: isOne ? 'is' : 'are each',
    their: isOne ? 'Its' : 'Their',
  }
}

/** "3", "3 and 5", "3 to 7 and 9" */
export function listPages(pages: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const page of pages) {
    const open = runs.at(-1)
    if (open && page === open.to + 1) open.to = page
    else runs.push({ from: page, to: page })
  }
  const words = runs.flatMap(({ from, to }) =>
    to - from > 1 ? [`${from} to ${to}`] : to > from ? [`${from}`, `${to}`] : [`${from}`],
  )
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
