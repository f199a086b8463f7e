import { randomUUID } from 'node:crypto'
import type { HttpVisitor } from '../support/http-visitor.ts'

/** One form of an update as a lead sends it: words and a key that no other form has. */
export type ToldUpdate = {
  readonly pointId: string
  readonly step: 'save' | 'submit'
  readonly key: string
  readonly narrative: string
}

/** Forms by what became of them: answered with where the update went, or without an answer that says so. */
export type Told = { readonly acknowledged: ToldUpdate[]; readonly unanswered: ToldUpdate[] }

/** The form's fields, as a browser would send them. */
export function fieldsOf({ step, key, narrative }: ToldUpdate): Readonly<Record<string, string>> {
  const said = {
    narrative,
    whatNext: 'We meet again',
    progress: 'green',
    impact: 'green',
    differsBecause: 'We know more',
  }
  return { once: key, ...said, step }
}

/** Sends one form; true when the answer says that it is saved or sent. */
export async function tell(visitor: HttpVisitor, update: ToldUpdate): Promise<boolean> {
  const { pointId, step } = update
  try {
    const answer = await visitor.post(`/updates/${pointId}`, fieldsOf(update))
    await answer.arrayBuffer()
    const goal = step === 'submit' ? '/updates?done=sent' : '/updates?done=saved'
    return answer.status === 303 && answer.headers.get('location') === goal
  } catch {
    return false
  }
}

/**
 * Leads who each save and then send one update after another, until each is left without an answer.
 *
 * @param onFirst  called when the first of them has been answered, so that a kill falls among updates that came in
 */
export async function tellUntilCutOff(
  visitor: HttpVisitor,
  points: string[],
  leads: number,
  onFirst: () => void,
): Promise<Told> {
  const told: Told = { acknowledged: [], unanswered: [] }
  const goOn = async (): Promise<void> => {
    for (let pointId = points.pop(); pointId; pointId = points.pop()) {
      for (const step of ['save', 'submit'] as const) {
        const update = aToldUpdate(pointId, step)
        if (!(await tell(visitor, update))) {
          told.unanswered.push(update)
          return
        }
        told.acknowledged.push(update)
        if (told.acknowledged.length === 1) onFirst()
      }
    }
    throw new Error('There are no more duties to report on: make a larger plan for this test')
  }
  await Promise.all(Array.from({ length: leads }, goOn))
  return told
}

function aToldUpdate(pointId: string, step: ToldUpdate['step']): ToldUpdate {
  const key = randomUUID()
  return { pointId, step, key, narrative: `Said once, in the form ${key}` }
}
