import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { type Assets, useAssets } from './design/index.ts'
import { edgeRoutes } from './edge-routes.ts'
import { keptAwayRoutes } from './modules/files/index.ts'
import { governanceRoutes } from './modules/governance/index.ts'
import { messageRoutes, type WaysOut } from './modules/messages/index.ts'
import {
  type Accounts,
  acceptRoutes,
  accountsOf,
  auditTrailRoutes,
  commonPasswords,
  type Doors,
  directoryRoutes,
  identifyWith,
  invitationRoutes,
  type Letter,
  type PeopleAnnouncements,
  rightsRoutes,
  SILENT,
  sendAnchors,
  sendLetter,
  signInRoutes,
  type Visitor,
} from './modules/people/index.ts'
import {
  type Announcements,
  passLeadGroup,
  passLeads,
  passPost,
  planRoutes,
  returnLeads,
} from './modules/plan/index.ts'
import { applyRetention, privacyRoutes } from './modules/privacy/index.ts'
import {
  askTonight,
  findLedActions,
  haveActed,
  keepSplit,
  makePointsOfPlan,
  programmeRoutes,
  remakePointsOfAction,
  whyClosed,
} from './modules/programme/index.ts'
import { afterwards } from './platform/afterwards.ts'
import type { Database } from './platform/database/index.ts'
import { rateLimiter } from './platform/http/rate-limit.ts'
import { PATIENCE, type Patience } from './platform/http/request-limits.ts'
import type { Route } from './platform/http/route.ts'
import { createServer } from './platform/http/server.ts'
import type { DailyJob } from './platform/jobs/index.ts'
import type { World } from './platform/world.ts'
import { brokenPage, notFoundPage, tooManyPage, unreadablePage } from './shared-pages.tsx'

export type App = {
  readonly server: FastifyInstance
  readonly routes: readonly Route<Visitor>[]
  readonly accounts: Accounts
  /** when the work is done that answers did not wait for */
  readonly settled: () => Promise<void>
}

export type AppSettings = {
  readonly database: Pick<Database, 'signIn'>
  readonly world: World
  readonly assets: Assets
  readonly secret: string
  /** the secret before this one, while what it signed and sealed is still about */
  readonly secretBefore?: string | null
  /** the folder of the operator's own files, such as a list of breached passwords; null where there is none */
  readonly dataDir?: string | null
  readonly baseUrl: string
  readonly logger: FastifyBaseLogger | false
  readonly trustedProxies?: readonly string[]
  /** forms that one account may send in a minute, and by which the other limits go; 0 for no limit */
  readonly formsPerMinute?: number
  /** how slow a request may be; unless said, the usual */
  readonly patience?: Patience
  /** where whoever finds a weakness of this installation may tell it; null: nowhere is named */
  readonly securityContact?: string | null
  /** how messages leave; unless said, they are kept */
  readonly waysOut?: WaysOut
}

/** Four a second is more than any hand sends. */
export const FORMS_PER_MINUTE = 240

/** Puts the house together: the only file that knows every module. */
export async function createApp({
  database,
  world,
  assets,
  secret,
  secretBefore = null,
  dataDir = null,
  baseUrl,
  logger,
  trustedProxies,
  formsPerMinute = FORMS_PER_MINUTE,
  securityContact = null,
  patience = PATIENCE,
  waysOut = { mail: 'outbox', text: 'outbox' },
}: AppSettings): Promise<App> {
  useAssets(assets)
  const { signIn: pool } = database
  const after = afterwards((problem) => {
    if (logger) logger.error({ err: problem }, 'work after an answer failed')
  })
  const send = async (letter: Letter) => after.run(() => sendLetter(world, letter))
  const accounts = accountsOf({ pool, secret, secretBefore, baseUrl, send })
  const doors: Doors = {
    accounts,
    world,
    pool,
    baseUrl,
    secret,
    secretBefore,
    isCommon: commonPasswords(dataDir),
    log: logger || SILENT,
    afterwards: after.run,
  }
  const routes = [
    ...edgeRoutes(world, baseUrl, securityContact),
    ...signInRoutes(doors),
    ...acceptRoutes(doors),
    ...invitationRoutes(world),
    ...auditTrailRoutes(world),
    ...messageRoutes(world, waysOut),
    ...directoryRoutes(world, directoryAnnouncements),
    ...rightsRoutes(),
    ...planRoutes(world, announcements),
    ...privacyRoutes(world),
    ...keptAwayRoutes(world),
    ...programmeRoutes(world),
    ...governanceRoutes(world),
  ]
  const server = await createServer<Visitor>({
    routes,
    identify: identifyWith(doors),
    welcome: placeFor,
    pages: { notFound: notFoundPage, unreadable: unreadablePage, broken: brokenPage, tooMany: tooManyPage },
    assets: assets.files,
    origin: new URL(baseUrl).origin,
    logger,
    accountOf: (visitor) => (visitor.kind === 'anonymous' ? null : visitor.accountId),
    limitRate: rateLimiter(world, formsPerMinute),
    patience,
    ...(trustedProxies && { trustedProxies }),
  })
  server.addHook('onClose', after.settled)
  return { server, routes, accounts, settled: after.settled }
}

/** Ties what a lower module announces to those above it that act on it. */
export const announcements: Announcements = {
  planAdopted: makePointsOfPlan,
  actionChanged: remakePointsOfAction,
  actionSplit: keepSplit,
  whyClosed,
}

/** Where somebody goes who may not see what they asked for: to sign in, to make signing in safer, or nowhere. */
function placeFor(visitor: Visitor, url: string): string | null {
  if (visitor.kind === 'anonymous') return `/sign-in?next=${encodeURIComponent(url)}`
  if (visitor.kind !== 'unready') return null
  return visitor.lacks === 'single-sign-on' ? '/sign-in/organisation' : '/account/second-factor'
}

/** What the directory asks of the modules above it, and tells them. */
export const directoryAnnouncements: PeopleAnnouncements = {
  findLedActions,
  passLeads,
  haveActed,
  returnLeads,
  passLeadGroup,
  passPost,
}

/** What is done once a day, by whichever process of the installation comes first. */
export function dailyJobs(world: World): readonly DailyJob[] {
  const from = (time: string) => Temporal.PlainTime.from(time)
  return [
    { name: 'retention', from: from('03:00'), work: () => applyRetention(world) },
    { name: 'asking', from: from('05:00'), work: async () => void (await askTonight(world)) },
    { name: 'audit-anchors', from: from('06:00'), work: (day) => sendAnchors(world, day) },
  ]
}
