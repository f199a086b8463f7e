import { Buffer } from 'node:buffer'
import { parseId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { type Answer, notFound, page, type Route, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findPersonRecord, type Member, may, type Visitor } from '../../people/index.ts'
import { HOLDINGS } from '../record/holdings.ts'
import { findPeriods } from '../retention/retention.store.ts'
import { personDataPage } from './person-data.page.tsx'
import { findRowsAbout, findSignInAbout } from './person-data.store.ts'

export function subjectAccessRoutes(world: World): readonly Route<Visitor>[] {
  const about = { method: 'GET', isCostly: true, access: may('keep-personal-data') } as const
  return [
    route({ ...about, url: '/people/:personId/data', answer: (visit) => gather(world, visit, 'page') }),
    route({ ...about, url: '/people/:personId/data.json', answer: (visit) => gather(world, visit, 'file') }),
  ]
}

/** All that is held of one person, to read or to hand over. That it was taken out is an entry of the trail. */
async function gather(world: World, { visitor, params }: Visit<Member>, as: 'page' | 'file'): Promise<Answer> {
  const personId = parseId<'person'>(params.personId ?? '')
  if (!personId) return notFound
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    const person = await findPersonRecord(tx, personId)
    if (!person) return notFound
    const view = {
      person,
      at: world.now(),
      found: await findRowsAbout(tx, personId),
      signIn: await findSignInAbout(tx, personId),
      periods: await findPeriods(tx),
    }
    if (as === 'page') return page(personDataPage(visitor, view))
    await recordChange(tx, world, visitor, {
      what: 'took out all that is held of a person',
      subject: { kind: 'person', id: personId },
    })
    const content = {
      partnership: visitor.partnershipName,
      madeAt: view.at.toString(),
      person: { id: person.id, name: person.name, email: person.email, mobile: person.mobile },
      whatIsHeldAndWhy: HOLDINGS,
      daysKept: view.periods,
      signIn: view.signIn,
      records: view.found,
    }
    return {
      kind: 'file',
      name: `data-of-${personId}.json`,
      type: 'application/json',
      content: Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
    }
  })
}
