import { instantFrom, type Tx } from '../../platform/database/index.ts'
import { type Break, type Head, isBreak, type Link, NO_LINKS, walkLinks } from './chain.ts'

const AT_ONCE = 2_000

/** The last link of the partnership whose scope the transaction has. */
export async function findChainHead(tx: Tx): Promise<Head> {
  const row = await tx
    .selectFrom('audit_link')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? NO_LINKS
}

/** Every link in its order, some thousands at a time. */
export async function* readLinks(tx: Tx): AsyncGenerator<readonly Link[]> {
  for (let after = 0; ; ) {
    const links = await linksAfter(tx, after)
    const last = links.at(-1)
    if (!last) return
    yield links
    after = last.number
  }
}

/**
 * Walks the whole chain of a partnership.
 *
 * @param tell  how many links are behind
 * @param anchor  a head kept outside the database, which the chain must still pass through
 */
export async function verifyChain(
  tx: Tx,
  anchor: Head | null,
  tell: (done: number) => void = () => {},
): Promise<Head | Break> {
  let head = NO_LINKS
  let hasPassedAnchor = anchor === null || anchor.number === 0
  for await (const links of readLinks(tx)) {
    const reached = walkLinks(links, head)
    if (isBreak(reached)) return reached
    const anchored = links.find((link) => link.number === anchor?.number)
    if (anchored && anchored.hash !== anchor?.hash) return { number: anchored.number, kind: 'link-changed' }
    hasPassedAnchor ||= anchored !== undefined
    head = reached
    tell(head.number)
  }
  if (!hasPassedAnchor || (await holdsUnchained(tx))) return { number: head.number + 1, kind: 'link-missing' }
  return head
}

/** Of how many entries the details were blanked when somebody was erased: they keep their place in the chain, and prove nothing more. */
export async function countBlanked(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('audit_detail')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('blanked_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Whether some entry has no link: one that was slipped in beside the chain, or whose link was cut off its end. */
async function holdsUnchained(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('audit_entry')
    .leftJoin('audit_link', (on) =>
      on
        .onRef('audit_link.partnership_id', '=', 'audit_entry.partnership_id')
        .onRef('audit_link.entry_id', '=', 'audit_entry.id'),
    )
    .select('audit_entry.id')
    .where('audit_link.number', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function linksAfter(tx: Tx, after: number): Promise<readonly Link[]> {
  const rows = await tx
    .selectFrom('audit_link as link')
    .leftJoin('audit_entry as entry', (on) =>
      on.onRef('entry.partnership_id', '=', 'link.partnership_id').onRef('entry.id', '=', 'link.entry_id'),
    )
    .leftJoin('audit_detail as detail', (on) =>
      on.onRef('detail.partnership_id', '=', 'link.partnership_id').onRef('detail.entry_id', '=', 'link.entry_id'),
    )
    .select(['link.number', 'link.previous_hash', 'link.hash', 'link.detail_hash'])
    .select([
      'entry.partnership_id',
      'entry.id',
      'entry.at',
      'entry.by_person',
      'entry.what',
      'entry.subject_kind',
      'entry.subject_id',
    ])
    .select(['detail.salt', 'detail.content', 'detail.blanked_at'])
    .where('link.number', '>', after)
    .orderBy('link.number')
    .limit(AT_ONCE)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    previousHash: row.previous_hash,
    hash: row.hash,
    detailHash: row.detail_hash,
    entry:
      row.partnership_id === null || row.id === null || row.at === null
        ? null
        : {
            partnershipId: row.partnership_id,
            id: row.id,
            at: instantFrom(row.at),
            byPerson: row.by_person,
            what: row.what ?? '',
            subjectKind: row.subject_kind ?? '',
            subjectId: row.subject_id ?? '',
          },
    detail:
      row.salt === null ? null : { salt: row.salt, content: row.content ?? '', isBlanked: row.blanked_at !== null },
  }))
}
