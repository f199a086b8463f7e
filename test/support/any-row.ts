import { type Kysely, sql } from 'kysely'
import type { PartnershipId } from '../../src/kernel/id.ts'
import type { DB } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'

/** One column of a table, as the catalogue has it; `check` holds the closed list of its values, when there is one. */
type Column = { readonly name: string; readonly type: string; readonly check: string | null }

/** Every table of the house, and the columns that a row of it cannot do without: of several of which one must be filled, the first. */
export async function tablesOf(owner: Kysely<DB>): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await sql<Column & { tableName: string }>`
    select relname as "tableName", attname as name, format_type(atttypid, null) as type,
      (select string_agg(pg_get_constraintdef(oid), ' ') from pg_constraint
        where conrelid = attrelid and contype = 'c' and conkey = array[attnum]) as check
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
      and not atthasdef and relname <> 'trellis_migration'
      and (attnotnull or exists (select from pg_constraint where conrelid = attrelid and contype = 'c'
        and conkey[1] = attnum and pg_get_constraintdef(oid) ~ 'num_nonnulls.* = 1'))
    order by relname, attnum`.execute(owner)
  return Map.groupBy(rows, (row) => row.tableName)
}

/** Some row of any table, of a partnership: its values mean nothing but pass the table's checks. */
export function anyRow(columns: readonly Column[], partnershipId: PartnershipId): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column) => [column.name, column.name === 'partnership_id' ? partnershipId : anyValue(column)]),
  )
}

function anyValue({ name, type, check }: Column): unknown {
  const listed = /ARRAY\['([^']+)'/.exec(check ?? '')?.[1]
  if (listed) return listed
  switch (type) {
    case 'uuid':
      return newId()
    case 'text':
      return 'words'
    case 'boolean':
      return false
    case 'smallint':
    case 'integer':
    case 'bigint':
    case 'numeric':
    case 'real':
      return 1
    case 'date':
      return name === 'ends_before' ? '2014-10-01' : '2014-09-30'
    case 'timestamp with time zone':
      return '2014-09-30T12:00:00Z'
    case 'jsonb':
      return '{}'
    case 'text[]':
      return ['words']
    case 'bytea':
      return Buffer.from('content')
    default:
      throw new Error(`test/support/any-row.ts knows no value of type ${type}, which ${name} needs`)
  }
}
