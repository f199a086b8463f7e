/** One kind of request, asked again and again over connections that stay open. */
export type Ask = () => Promise<void>

export type Measured = {
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
  readonly asked: number
}

/**
 * Asks over so many connections at once for a while, each connection asking anew as soon as it is answered.
 *
 * @throws when any ask is refused: a server that drops work is not quick
 */
export async function measure(ask: Ask, connections: number, milliseconds: number): Promise<Measured> {
  for (let at = 0; at < 30; at++) await ask()
  const times: number[] = []
  const began = performance.now()
  const goOn = async (): Promise<void> => {
    while (performance.now() - began < milliseconds) {
      const asked = performance.now()
      await ask()
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: connections }, goOn))
  const seconds = (performance.now() - began) / 1000
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), perSecond: times.length / seconds, asked: times.length }
}
