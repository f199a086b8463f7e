import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate, PostgresDialect } from 'kysely-codegen'
import { openDatabase } from './open-database.ts'

/**
 * Writes schema.generated.ts from a database that has just run every migration; with --verify it only says, by its exit
 * code, whether the file is what it would write.
 */
const outFile = join(import.meta.dirname, 'schema.generated.ts')
const verify = process.argv.includes('--verify')
const dataDir = await mkdtemp(join(tmpdir(), 'trellis-types-'))
await chmod(dataDir, 0o711)

const database = await openDatabase({
  dataDir,
  databaseUrl: null,
  secret: null,
  poolSize: 1,
  applicationName: 'trellis types',
})
try {
  await database.owner((db) =>
    generate({
      db,
      dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'string' }),
      includePattern: 'public.*',
      excludePattern: 'public.trellis_migration',
      outFile,
      verify,
      typeMapping: { timestamptz: 'string', timestamp: 'string', int8: 'number' },
    }),
  )
} catch (problem) {
  if (!verify) throw problem
  process.stderr.write(
    'The types of the database are stale. Run: node --import tsx src/platform/database/generate-types.ts\n',
  )
  process.exitCode = 1
} finally {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}
