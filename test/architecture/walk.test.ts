import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { reachOf } from '../../src/modules/people/rights.ts'
import { ROLES } from '../../src/modules/people/roles.ts'
import { newId } from '../../src/platform/ids.ts'
import { type Comer, everyRole } from '../support/every-role.ts'
import { aSmallPartnership, type SmallPartnership, type Somebody } from '../support/partnership.ts'
import { send, type Visited, visit } from '../support/visit.ts'
import { takeQuestions, theHouse } from '../support/visit-house.ts'
import { type Case, cases, type Kind, type Records, someRecords } from './access-cases.ts'
import { ROUTES } from './route-list.ts'

const COMERS = [...ROLES, 'nobody yet', 'manager elsewhere', 'contributor elsewhere'] as const
/** Those whose forms move records on, so that each begins with records of their own. */
const CHANGE_MUCH: readonly Comer[] = ['manager', 'chair', 'lead', 'contributor']
const AN_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/

/** As whom of the cases' kinds each role comes to a record; those who come as none find no record at all. */
const COMES_AS: Readonly<Partial<Record<Comer, Kind>>> = {
  administrator: 'manager',
  manager: 'manager',
  chair: 'chair',
  lead: 'lead',
  contributor: 'lead',
  member: 'viewer',
  analyst: 'viewer',
  scrutiny: 'viewer',
}

/** Whether somebody has a route's right at all; without it they are refused before any record is looked for. */
function hasRight(comer: Comer, { route }: Case): boolean {
  const right = ROUTES[route]
  if (right === undefined || right === 'public') throw new Error(`${route} asks for no right`)
  if (right === 'signed-in' || right === 'account') return true
  const role = ROLES.find((each) => each === comer.split(' ')[0])
  return role !== undefined && reachOf(right, [role]).length > 0
}

/** Whether somebody finds what a case asks for: they have the route's right, and the record is theirs. */
function finds(comer: Comer, each: Case): boolean {
  if (!AN_ID.test(each.url)) return hasRight(comer, each)
  const kind = COMES_AS[comer]
  return hasRight(comer, each) && kind !== undefined && each.mayUse.includes(kind)
}

describe('every route as every role', () => {
  let town: SmallPartnership
  let people: ReadonlyMap<Comer, Somebody>
  let records: Records
  before(async () => {
    town = await aSmallPartnership()
    const elsewhere = await aSmallPartnership({ partnership: 'Children’s partnership of Elsewhere' })
    people = await everyRole(town, elsewhere)
    records = await someRecords(town)
  })

  test('is tried for each route that the house has and that is not for everybody', async () => {
    const { routes } = await theHouse()
    const tried = new Set(cases(records).map(({ route }) => route))
    const closed = routes.filter(({ access }) => access.name !== 'public').map(({ method, url }) => `${method} ${url}`)
    assert.deepEqual(
      closed.filter((route) => !tried.has(route)),
      [],
    )
  })

  for (const comer of COMERS) {
    test(`the ${comer}: what is not theirs is not found, as what never was, at the cost of the same questions`, async () => {
      const changes = await countChanges()
      const nothing = (await visit(person(comer), '/nothing-was-ever-here')).html
      const refused = new Map(cases(records).map((one) => [one.route, one]))
      for (const each of refused.values()) {
        if (hasRight(comer, each)) continue
        const { status, html } = await ask(each, person(comer))
        assert.equal(status, 404, each.route)
        assert.equal(html, nothing, each.route)
      }
      const closed = cases(records).filter((one) => hasRight(comer, one) && !finds(comer, one))
      for (const each of closed) await assertNotFound(each, person(comer))
      assert.equal(await countChanges(), changes, 'what was refused changed nothing')
    })
  }

  test('whoever has a right finds what it is for', async () => {
    for (const comer of COMERS) {
      const of = CHANGE_MUCH.includes(comer) ? await someRecords(town) : records
      // A form from elsewhere may name a record of ours: what it gets is its own route's to say.
      const isElsewhere = comer.endsWith('elsewhere')
      for (const each of cases(of).filter((one) => finds(comer, one) && !(isElsewhere && one.fields))) {
        const { status } = await ask(each, person(comer))
        assert.ok([200, 303, 422].includes(status), `the ${comer}: ${each.route} answered ${status}`)
      }
    }
  })

  function person(comer: Comer): Somebody {
    const somebody = people.get(comer)
    assert.ok(somebody, `nobody is the ${comer}`)
    return somebody
  }

  function ask({ url, fields }: Pick<Case, 'url' | 'fields'>, as: Somebody): Promise<Visited> {
    return fields ? send(as, url, fields) : visit(as, url)
  }

  /** The same answer, after as many questions to the database, as for an id that nobody ever gave to anything. */
  async function assertNotFound(each: Case, as: Somebody): Promise<void> {
    const [real, asked] = await counted(each, as)
    const [madeUp, askedInVain] = await counted({ ...each, url: each.url.replace(AN_ID, newId()) }, as)
    assert.equal(real.status, 404, `${each.route} ${each.url}`)
    assert.equal(real.html, madeUp.html, each.url)
    if (!knowsOf(as, each)) assert.equal(asked, askedInVain, `${each.route} asks more about what is there`)
  }

  /**
   * Whether somebody may know anyhow that a record is there: a manager of every one, and whoever reads the whole plan of each duty,
   * which the page of its action lists. To nobody else may it show how long was looked.
   */
  function knowsOf(as: Somebody, { route }: Case): boolean {
    const readsAll = as.member.sight.sees === 'all' && as.member.partnershipId === town.id
    return as === people.get('manager') || (readsAll && route.includes('/updates/:pointId'))
  }

  async function counted(each: Case, as: Somebody): Promise<readonly [Visited, number]> {
    takeQuestions()
    return [await ask(each, as), takeQuestions()]
  }

  async function countChanges(): Promise<number> {
    const { database } = await theHouse()
    return database.owner(async (db) => {
      const { count } = await db
        .selectFrom('audit_entry')
        .select((of) => of.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    })
  }
})
