import { type DemoSignIn, seedDemo } from '../demo/seed-demo.ts'
import { announcements, createApp, dailyJobs } from './app.ts'
import { configOrExit } from './config.ts'
import { buildAssets } from './design/index.ts'
import { keepScanning } from './modules/files/index.ts'
import { systemClock } from './platform/clock.ts'
import { openDatabase } from './platform/database/index.ts'
import { newId } from './platform/ids.ts'
import { keepDailyJobs } from './platform/jobs/index.ts'
import { openLog } from './platform/log.ts'
import { carriersOf, keepDelivering, keepLearningFates } from './platform/messages/index.ts'
import { messageOf } from './platform/problem.ts'
import { clamdScanner } from './platform/scanner/clamd.ts'
import { installationSecret, secretFor } from './platform/secret.ts'

/** Starts the server, and stops it in order when it is told to. */
async function start(): Promise<void> {
  const config = configOrExit()
  const log = openLog(config)
  const secret = await installationSecret(config)
  const database = await openDatabase({ ...config, applicationName: 'trellis' })
  const scanner = config.clamd ? { scanner: clamdScanner(config.clamd) } : {}
  const world = {
    db: database.app,
    now: systemClock,
    newId,
    origin: config.baseUrl,
    mostStoredBytes: config.mostStoredBytes,
    ...scanner,
  }
  const carriers = carriersOf(config.messages, config.baseUrl)
  const { server, accounts } = await createApp({
    database,
    world,
    assets: await buildAssets(),
    secret: secretFor('sign-in', secret),
    secretBefore: config.secretBefore && secretFor('sign-in', config.secretBefore),
    dataDir: config.dataDir,
    baseUrl: config.baseUrl,
    logger: log,
    trustedProxies: config.trustedProxies,
    formsPerMinute: config.formsPerMinute,
    securityContact: config.securityContact,
    waysOut: { mail: carriers.mail.via, text: carriers.text.via },
  })
  const stopScanning = keepScanning(world, (problem) => log.warn(problem))
  const delivering = keepDelivering(world, carriers, log)
  const learning = keepLearningFates(world, carriers, log)
  const daily = keepDailyJobs(world, dailyJobs(world), log)
  const stop = async (): Promise<void> => {
    stopScanning()
    await daily.stop()
    await server.close()
    await delivering.stop()
    await learning.stop()
    await database.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)

  const signIns = config.hasDemo ? await seedDemo(world, accounts, announcements, (what) => log.info(what)) : []
  await server.listen({ port: config.port, host: config.host })
  process.stdout.write(welcome(config.baseUrl, signIns))
}

function welcome(address: string, signIns: readonly DemoSignIn[]): string {
  const lines = signIns.map(
    ({ email, password, comesFor }) => `  ${email.padEnd(40)} ${password.padEnd(18)} ${comesFor}`,
  )
  const demo = lines.length > 0 ? ['', 'Sign in to the demo as:', ...lines] : []
  return `${[`Trellis is at ${address}`, ...demo, ''].join('\n')}\n`
}

start().catch((problem: unknown) => {
  process.stderr.write(`${messageOf(problem)}\n`)
  process.exit(1)
})
