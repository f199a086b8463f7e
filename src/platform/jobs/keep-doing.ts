import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../log.ts'

/** Work that goes on behind the pages until it is stopped. */
export type Going = {
  /** ends when what is in hand has ended */
  readonly stop: () => Promise<void>
}

type Pauses = { readonly pauseMs: number; readonly afterTroubleMs: number }

/**
 * Does a pass of work, pauses, and does the next, for as long as the process lives. A pass that fails is logged in the words
 * given, and the next one is made all the same.
 */
export function keepDoing(
  pass: (isToStop: () => boolean) => Promise<void>,
  { pauseMs, afterTroubleMs }: Pauses,
  log: Pick<Log, 'error'>,
  troubleInWords: string,
): Going {
  const { signal, abort } = stopping()

  async function goOn(): Promise<void> {
    while (!signal.aborted) {
      const pause = await pass(() => signal.aborted).then(
        () => pauseMs,
        (problem: unknown) => {
          log.error(problem, troubleInWords)
          return afterTroubleMs
        },
      )
      await wait(pause, null, { signal, ref: false }).catch(() => undefined)
    }
  }

  const going = goOn()
  return {
    stop: () => {
      abort()
      return going
    },
  }
}

function stopping(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
