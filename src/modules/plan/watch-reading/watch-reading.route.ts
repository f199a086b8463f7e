import { parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { type Member, may, type Visitor } from '../../people/index.ts'
import { isLost, soon } from '../background/background.ts'
import { findReading, type ReadingState } from '../reading.store.ts'
import { runReading } from '../upload-document/run-reading.ts'
import { watchReadingPage } from './watch-reading.page.tsx'

/** The page that follows a reading, and the figures it follows by. */
export function watchReadingRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/readings/:readingId',
      access: may('prepare-plans'),
      answer: async (visit) => {
        const reading = await find(world, visit)
        return reading ? shown(visit.visitor, reading) : notFound
      },
    }),
    route({
      method: 'GET',
      url: '/readings/:readingId/progress',
      access: may('prepare-plans'),
      answer: async (visit): Promise<Answer> => {
        const reading = await find(world, visit)
        return reading ? { kind: 'data', value: progressOf(reading) } : notFound
      },
    }),
  ]
}

async function find(world: World, { visitor, params }: Visit<Member>): Promise<ReadingState | null> {
  const id = parseId<'reading'>(params.readingId ?? '')
  if (!id) return null
  const look = () => inScope(world.db, visitor, (tx) => findReading(tx, id))
  const reading = await look()
  if (!reading || !isLost(reading, world.now())) return reading
  await soon(runReading(world, visitor, id))
  return look()
}

function shown(visitor: Member, reading: ReadingState): Answer {
  const { outcome } = reading
  return outcome.kind === 'read'
    ? redirect(`/plans/${outcome.planId}/review`)
    : page(watchReadingPage(visitor, reading), outcome.kind === 'refused' ? 422 : 200)
}

function progressOf({ id, stage, fraction, outcome }: ReadingState) {
  return {
    label: stage,
    fraction,
    next:
      outcome.kind === 'unfinished'
        ? null
        : outcome.kind === 'read'
          ? `/plans/${outcome.planId}/review`
          : `/readings/${id}`,
  }
}
