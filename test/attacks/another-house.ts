import { createApp } from '../../src/app.ts'
import { buildAssets } from '../../src/design/index.ts'
import { theHouse } from '../support/visit-house.ts'

/** What a browser sends with a plain form of ours. */
export const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

/** The house as another installation would have it. */
export async function anotherHouse(settings: Partial<Parameters<typeof createApp>[0]>) {
  const house = await theHouse()
  return createApp({
    ...house,
    assets: await buildAssets(),
    secret: 'the tests of Trellis keep no secret from anyone',
    baseUrl: 'http://localhost:3000',
    logger: false,
    ...settings,
  })
}
