import { openDatabase } from '../../src/platform/database/index.ts'

/** A process that opens the database of a data folder, says so, and closes it when its standard input ends. */
const [dataDir = ''] = process.argv.slice(2)
try {
  const database = await openDatabase({
    dataDir,
    databaseUrl: null,
    secret: null,
    poolSize: 2,
    applicationName: 'holder',
  })
  process.stdout.write('open\n')
  process.stdin.resume().once('end', async () => {
    await database.close()
    process.stdout.write('closed\n')
  })
} catch (problem) {
  process.stdout.write(`${problem instanceof Error ? problem.message : problem}\n`)
  process.exit(2)
}
