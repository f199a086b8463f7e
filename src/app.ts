import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { type Assets, useAssets } from './design/index.ts'
import { keptAwayRoutes } from './modules/files/index.ts'
import { governanceRoutes } from './modules/governance/index.ts'
import {
  type Accounts,
  accountsOf,
  auditTrailRoutes,
  identifyWith,
  signInRoutes,
  type Visitor,
} from './modules/people/index.ts'
import { type Announcements, planRoutes } from './modules/plan/index.ts'
import { makePointsOfPlan, programmeRoutes, remakePointsOfAction } from './modules/programme/index.ts'
import type { Database } from './platform/database/index.ts'
import type { Route } from './platform/http/route.ts'
import { createServer } from './platform/http/server.ts'
import type { World } from './platform/world.ts'
import { brokenPage, notFoundPage, unreadablePage } from './shared-pages.tsx'

export type App = {
  readonly server: FastifyInstance
  readonly routes: readonly Route<Visitor>[]
  readonly accounts: Accounts
}

export type AppSettings = {
  readonly database: Pick<Database, 'signIn'>
  readonly world: World
  readonly assets: Assets
  readonly secret: string
  readonly baseUrl: string
  readonly logger: FastifyBaseLogger | false
  readonly trustedProxies?: readonly string[]
}

/** Puts the house together: the only file that knows every module. */
export async function createApp({
  database,
  world,
  assets,
  secret,
  baseUrl,
  logger,
  trustedProxies,
}: AppSettings): Promise<App> {
  useAssets(assets)
  const accounts = accountsOf({ pool: database.signIn, secret, baseUrl })
  const routes = [
    ...signInRoutes(accounts, baseUrl),
    ...auditTrailRoutes(world),
    ...planRoutes(world, announcements),
    ...keptAwayRoutes(world),
    ...programmeRoutes(world),
    ...governanceRoutes(world),
  ]
  const server = await createServer<Visitor>({
    routes,
    identify: identifyWith(accounts, world.db),
    welcome: (visitor, url) => (visitor.kind === 'anonymous' ? `/sign-in?next=${encodeURIComponent(url)}` : null),
    pages: { notFound: notFoundPage, unreadable: unreadablePage, broken: brokenPage },
    assets: assets.files,
    origin: new URL(baseUrl).origin,
    logger,
    ...(trustedProxies && { trustedProxies }),
  })
  return { server, routes, accounts }
}

/** Ties what a lower module announces to those above it that act on it. */
export const announcements: Announcements = {
  planAdopted: makePointsOfPlan,
  actionChanged: remakePointsOfAction,
}
