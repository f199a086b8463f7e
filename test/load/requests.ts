import { randomUUID } from 'node:crypto'
import type { PlanOfSize } from '../support/plan-of-size.ts'
import { receiptKeyOf } from '../support/receipt-key.ts'
import type { KeepAliveClient } from './keep-alive-client.ts'
import type { Ask } from './measure.ts'

/** The requests that a working day is made of, by the words the table has for them. */
export function requestsOf(
  client: KeepAliveClient,
  plan: PlanOfSize,
  duties: readonly string[],
  saved: string[],
): ReadonlyMap<string, Ask> {
  const { planId, actionIds } = plan
  const page = (path: () => string): Ask => {
    return async () => {
      const { status } = await client.get(path())
      if (status !== 200) throw new Error(`${path()} was answered with ${status}`)
    }
  }
  const action = inTurn(actionIds)
  const duty = inTurn(duties)
  return new Map<string, Ask>([
    ['plan, 100 rows', page(() => `/plans/${planId}`)],
    ['plan, filtered', page(() => `/plans/${planId}?search=number+1&progress=green`)],
    ['action', page(() => `/actions/${action()}`)],
    ['form of an update', page(() => `/updates/${duty()}`)],
    [
      'saving an update',
      async () => {
        const narrative = `We met and agreed the next step. ${randomUUID()}`
        const fields = { once: randomUUID(), narrative, progress: 'green', impact: 'amber', step: 'save' }
        const { status, location } = await client.post(`/updates/${duty()}`, fields)
        if (status !== 303 || location !== '/updates?done=saved') throw new Error(`A save was answered with ${status}`)
        saved.push(receiptKeyOf(fields))
      },
    ],
  ])
}

function inTurn(values: readonly string[]): () => string {
  let next = 0
  return () => values[next++ % values.length] ?? ''
}
