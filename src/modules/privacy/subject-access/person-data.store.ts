import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'

/** A row that points at somebody, whole; or the words around a place that names them. */
export type DataFound = {
  readonly kind: 'row' | 'mention'
  readonly place: string
  readonly content: unknown
}

/** Every row of the partnership that is about somebody, table by table. */
export async function findRowsAbout(tx: Tx, personId: PersonId): Promise<readonly DataFound[]> {
  const { rows } = await sql<DataFound>`
    select kind, place, content from rows_about(${personId}) order by place, kind desc`.execute(tx)
  return rows
}

/** Their ways in, without the secrets; null when they have none. */
export async function findSignInAbout(tx: Tx, personId: PersonId): Promise<unknown> {
  const { rows } = await sql<{ content: unknown }>`select sign_in_about(${personId}) as content`.execute(tx)
  return rows[0]?.content ?? null
}
