import { Buffer } from 'node:buffer'
import { inScope } from '../../../platform/database/index.ts'
import { type Answer, page, type Route, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { exportLine, findChainHead, findTrail, readLinks, verifyChain } from '../../audit/index.ts'
import { may } from '../access.ts'
import type { Member, Visitor } from '../visitor.ts'
import { auditTrailPage } from './audit-trail.page.tsx'
import { trailFilter, trailQuery } from './trail-filter.ts'

export const ENTRIES_PER_PAGE = 50
/** A longer trail is exported and checked from the command line. */
export const LONGEST_ON_A_PAGE = 100_000

export function auditTrailRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/audit',
      access: may('read-audit-trail'),
      answer: (visit) => showTrail(world, visit),
    }),
    route({
      method: 'GET',
      url: '/audit/export',
      isCostly: true,
      access: may('read-audit-trail'),
      answer: (visit) => exportTrail(world, visit),
    }),
  ]
}

async function showTrail({ db }: World, { visitor, query }: Visit<Member>): Promise<Answer> {
  const asked = trailQuery(query)
  const wanted = /^[1-9]\d{0,6}$/.test(query.page ?? '') ? Number(query.page) : 1
  return inScope(db, visitor, async (tx) => {
    const filter = trailFilter(asked)
    const rowsOf = (number: number) => ({ from: (number - 1) * ENTRIES_PER_PAGE, size: ENTRIES_PER_PAGE })
    const trail = await findTrail(tx, filter, rowsOf(wanted))
    const pages = Math.max(1, Math.ceil(trail.found / ENTRIES_PER_PAGE))
    const number = Math.min(wanted, pages)
    const { entries } = number === wanted ? trail : await findTrail(tx, filter, rowsOf(number))
    const head = await findChainHead(tx)
    const isChecked = query.check === 'chain' && head.number <= LONGEST_ON_A_PAGE
    return page(
      auditTrailPage(visitor, {
        query: asked,
        entries,
        found: trail.found,
        page: number,
        pages,
        head,
        checked: isChecked ? await verifyChain(tx, null) : null,
        isShort: head.number <= LONGEST_ON_A_PAGE,
      }),
    )
  })
}

async function exportTrail({ db }: World, { visitor }: Visit<Member>): Promise<Answer> {
  return inScope(db, visitor, async (tx): Promise<Answer> => {
    const { number } = await findChainHead(tx)
    if (number > LONGEST_ON_A_PAGE) return { kind: 'not-found' }
    const lines: string[] = []
    for await (const links of readLinks(tx)) lines.push(...links.map(exportLine))
    const content = Buffer.from(lines.join(''))
    return { kind: 'file', name: `audit-trail-${number}.jsonl`, type: 'application/jsonl', content }
  })
}
