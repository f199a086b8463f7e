/**
 * Does heavy work one piece after another, so that it leaves the machine and the database to whoever waits for a page.
 * A piece that fails does not hold up the next.
 */
export function oneAtATime(): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
