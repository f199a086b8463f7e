import { sql } from 'kysely'
import { instantFrom, type Tx } from '../../platform/database/index.ts'
import { type ChangeSeen, readDetail } from './audit.store.ts'

/** One entry of the trail as its page shows it; `number` is its place in the chain. */
export type TrailEntry = ChangeSeen & {
  readonly number: number
  readonly byPerson: string | null
  readonly subjectId: string
  readonly address: string | null
  /** how they came to it, where it was not by signing in */
  readonly way: string | null
  readonly reason: string | null
  /** when what it told of somebody was taken out of it; null: it tells all */
  readonly blankedAt: Temporal.Instant | null
}

/** What is looked for; null looks for nothing in particular. `from` and `before` are moments, half-open. */
export type TrailFilter = {
  readonly words: string | null
  readonly byPerson: string | null
  readonly subjectId: string | null
  readonly from: Temporal.Instant | null
  readonly before: Temporal.Instant | null
}

/** The entries that pass a filter, latest first, a page of them; and how many pass in all. */
export async function findTrail(
  tx: Tx,
  filter: TrailFilter,
  rows: { readonly from: number; readonly size: number },
): Promise<{ readonly found: number; readonly entries: readonly TrailEntry[] }> {
  const passing = tx
    .selectFrom('audit_entry as entry')
    .innerJoin('audit_link as link', (on) =>
      on.onRef('link.partnership_id', '=', 'entry.partnership_id').onRef('link.entry_id', '=', 'entry.id'),
    )
    .innerJoin('audit_detail as detail', (on) =>
      on.onRef('detail.partnership_id', '=', 'entry.partnership_id').onRef('detail.entry_id', '=', 'entry.id'),
    )
    .$if(filter.words !== null, (query) =>
      query.where(sql<boolean>`position(lower(${filter.words}) in lower(entry.what || ' ' || detail.content)) > 0`),
    )
    .$if(filter.byPerson !== null, (query) => query.where('entry.by_person', '=', filter.byPerson))
    .$if(filter.subjectId !== null, (query) => query.where('entry.subject_id', '=', filter.subjectId ?? ''))
    .$if(filter.from !== null, (query) => query.where('entry.at', '>=', filter.from?.toString() ?? ''))
    .$if(filter.before !== null, (query) => query.where('entry.at', '<', filter.before?.toString() ?? ''))
  const { found } = await passing.select((of) => of.fn.countAll<number>().as('found')).executeTakeFirstOrThrow()
  const page = await passing
    .select(['link.number', 'entry.at', 'entry.by_person', 'entry.what', 'entry.subject_kind', 'entry.subject_id'])
    .select(['detail.content', 'detail.blanked_at'])
    .orderBy('link.number', 'desc')
    .limit(rows.size)
    .offset(rows.from)
    .execute()
  return {
    found,
    entries: page.map((row) => {
      const { by, before = null, after = null, address = null, way = null, reason = null } = readDetail(row.content)
      return {
        number: row.number,
        at: instantFrom(row.at),
        by,
        byPerson: row.by_person,
        what: row.what,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        before,
        after,
        address,
        way,
        reason,
        blankedAt: row.blanked_at === null ? null : instantFrom(row.blanked_at),
      }
    }),
  }
}
