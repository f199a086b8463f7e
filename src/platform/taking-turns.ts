type Piece = { readonly whose: string; readonly start: () => Promise<void> }
type InTurn = (whose: string, name: string, work: () => Promise<void>) => Promise<void>

/**
 * Does heavy work one piece after another, so that it leaves the machine and the database to whoever waits for a page. People take
 * turns: whoever asks for much lets the others in between. A piece that fails does not hold up the next.
 *
 * @returns asks for a piece of work; one of the same name that waits or runs already is not done twice
 */
export function takingTurns(): InTurn {
  const waiting: Piece[] = []
  const known = new Map<string, Promise<void>>()
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

  return (whose, name, work) => {
    const before = known.get(name)
    if (before) return before
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const start = async () => {
      await work().then(resolve, reject)
      known.delete(name)
    }
    known.set(name, promise)
    waiting.push({ whose, start })
    void serve()
    return promise
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
