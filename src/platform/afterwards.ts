/** Work that nobody waits for: it begins when the answer is on its way, so that the answer does not tell by its pace what was to be done. */
export type Afterwards = {
  readonly run: (work: () => Promise<void>) => void
  /** when all that was begun is done: before the house closes */
  readonly settled: () => Promise<void>
}

/** @param tell  told of work that failed */
export function afterwards(tell: (problem: unknown) => void): Afterwards {
  const underWay = new Set<Promise<void>>()
  return {
    run: (work) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      underWay.add(promise)
      setImmediate(() => {
        work()
          .catch(tell)
          .finally(() => {
            underWay.delete(promise)
            resolve()
          })
      })
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
