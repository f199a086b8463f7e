import type { ReadingProgress } from '../../modules/reading/index.ts'

export type ShownProgress = {
  /** tells of one part of the work, which goes from one share of the whole to another */
  readonly part: (from: number, to: number) => ReadingProgress
  /** takes the bar away, and gives the sentence back */
  readonly ended: (sentence: string) => string
}

const WIDTH = 30

/** A bar on a terminal, on standard error so that the answer stays clean; nothing where nobody watches. */
export function showProgress(to: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr): ShownProgress {
  if (!to.isTTY) return { part: () => () => {}, ended: (sentence) => sentence }
  return {
    part: (from, until) => (stage, fraction) => {
      const share = from + (until - from) * fraction
      const full = Math.round(WIDTH * share)
      to.write(`\r\u001b[K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor(share * 100)}% ${stage}`)
    },
    ended: (sentence) => {
      to.write('\r\u001b[K')
      return sentence
    },
  }
}
