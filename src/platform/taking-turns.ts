type Piece = { readonly whose: string; readonly start: () => Promise<void> }

/**
 * Does heavy work one piece after another, so that it leaves the machine and the database to whoever waits for a page. People take
 * turns: whoever asks for much lets the others in between. A piece that fails does not hold up the next.
 */
export function takingTurns(): <Answer>(whose: string, work: () => Promise<Answer>) => Promise<Answer> {
  const waiting: Piece[] = []
  const served = new Map<string, number>()
  let isBusy = false
  let turn = 0

  async function serve(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (let next = longestUnserved(waiting, served); next; next = longestUnserved(waiting, served)) {
      waiting.splice(waiting.indexOf(next), 1)
      served.set(next.whose, ++turn)
      await next.start()
    }
    served.clear()
    isBusy = false
  }

  return <Answer>(whose: string, work: () => Promise<Answer>) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    waiting.push({ whose, start: () => work().then(resolve, reject) })
    void serve()
    return promise
  }
}

/** Does work that has a name once at a time: asked for again while it waits or runs, both wait for its one end. */
export function neverTwice(): (name: string, work: () => Promise<void>) => Promise<void> {
  const underWay = new Map<string, Promise<void>>()
  return (name, work) => {
    const before = underWay.get(name)
    if (before) return before
    const mine = work().finally(() => underWay.delete(name))
    underWay.set(name, mine)
    return mine
  }
}

/** The first piece of whoever's last turn is longest ago; of those who had none yet, whoever asked first. */
function longestUnserved(waiting: readonly Piece[], served: ReadonlyMap<string, number>): Piece | undefined {
  const turnOf = ({ whose }: Piece) => served.get(whose) ?? 0
  return waiting.reduce<Piece | undefined>(
    (best, piece) => (best && turnOf(best) <= turnOf(piece) ? best : piece),
    undefined,
  )
}
