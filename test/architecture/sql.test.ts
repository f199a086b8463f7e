import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import type { Node } from 'oxc-parser'
import { isForTests, nodesOf, ROOT, roomOf, type Source, sourcesIn, textOfFile } from './source.ts'

const QUERIES = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto']
const WRITES = ['insertInto', 'updateTable', 'deleteFrom', 'mergeInto']
const SQL_WRITES = /\b(?:insert\s+into|update|delete\s+from|truncate)\s+([a-z_]+)\b/gi

/** Tables the platform keeps for all modules. */
const TABLES_OF_THE_PLATFORM = [
  'form_receipt',
  'message',
  'message_due',
  'message_attempt',
  'message_delay',
  'message_end',
  'message_fate',
  'address_refusal',
]

describe('the database', () => {
  let sources: readonly Source[]
  let tables: readonly string[]
  before(async () => {
    sources = (await sourcesIn('src/**/*.{ts,tsx}', 'demo/**/*.ts')).filter((source) => !isForTests(source))
    tables = [...everyMigration().matchAll(/^create table (\w+) \(/gm)].map(([, name = '']) => name)
  })

  const isStore = ({ path }: Source) => path.endsWith('.store.ts') || path.startsWith('src/platform/database/')

  test('SQL is written in the stores and the database’s own room only', () => {
    const wrong = sources
      .filter((source) => !isStore(source))
      .flatMap(({ path, imports, tree }) => [
        ...imports
          .filter(({ from, values }) => from === 'kysely' && values.length > 0)
          .map(() => `${path} uses kysely`),
        ...[...nodesOf(tree)].flatMap((node) => {
          const name = methodOf(node)
          return name && QUERIES.includes(name) ? [`${path} calls ${name}`] : []
        }),
      ])
    assert.deepEqual(wrong, [])
  })

  test('each table is written by one module, and every table by some', () => {
    const writers = new Map<string, Set<string>>()
    for (const source of sources) {
      for (const table of tablesWritten(source).filter((name) => tables.includes(name))) {
        writers.set(table, (writers.get(table) ?? new Set()).add(roomOf(source.path)))
      }
    }
    const shared = [...writers].filter(([, rooms]) => rooms.size > 1).map(([table, rooms]) => `${table}: ${[...rooms]}`)
    assert.deepEqual(shared, [])
    assert.deepEqual(tables.filter((table) => !writers.has(table)).sort(), tablesTheDatabaseWrites().sort())
    const ofPlatform = [...writers].filter(([, rooms]) => rooms.has('platform')).map(([table]) => table)
    assert.deepEqual(ofPlatform.sort(), [...TABLES_OF_THE_PLATFORM].sort())
  })

  test('every table of the house holds its rows to a partnership', () => {
    const scoped = [...everyMigration().matchAll(/call scope_to_partnership\('(\w+)'/g)].map(([, name = '']) => name)
    assert.deepEqual([...scoped].sort(), [...tables].sort())
  })
})

/** Every migration's text; tables of the sign-in library stand in a schema of their own, and are not the house's. */
function everyMigration(): string {
  const names = readdirSync(join(ROOT, 'db/migrations')).filter((name) => name.endsWith('.sql'))
  return names.map((name) => textOfFile(`db/migrations/${name}`)).join('\n')
}

/** The tables that the application may only look into: triggers write them. */
function tablesTheDatabaseWrites(): string[] {
  return [...everyMigration().matchAll(/call scope_to_partnership\('(\w+)', 'select'\)/g)].map(([, name = '']) => name)
}

function methodOf(node: Node): string | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null
  return node.callee.property.type === 'Identifier' ? node.callee.property.name : null
}

function tablesWritten({ tree }: Source): readonly string[] {
  const found: string[] = []
  for (const node of nodesOf(tree)) {
    const name = methodOf(node)
    if (node.type === 'CallExpression' && name && WRITES.includes(name)) {
      const [table] = node.arguments
      if (table?.type === 'Literal' && typeof table.value === 'string') found.push(table.value.split(' ')[0] ?? '')
    }
    if (node.type === 'TemplateElement') {
      found.push(...[...node.value.raw.matchAll(SQL_WRITES)].map(([, table = '']) => table.toLowerCase()))
    }
  }
  return found
}
