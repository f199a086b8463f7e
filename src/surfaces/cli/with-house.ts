import { configOfProcess } from '../../config.ts'
import { type Accounts, accountsOf, findPartnerships, type PartnershipNamed } from '../../modules/people/index.ts'
import { systemClock } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import type { MessageSettings } from '../../platform/messages/index.ts'
import { messageOf } from '../../platform/problem.ts'
import { installationSecret, secretFor } from '../../platform/secret.ts'
import type { World } from '../../platform/world.ts'
import { type Outcome, refused } from './command.ts'

/** What an operator's command may use; the names of all partnerships are the operator's alone to see. */
export type House = {
  readonly world: World
  readonly accounts: Accounts
  readonly partnerships: readonly PartnershipNamed[]
  /** the ways out for messages */
  readonly messages: MessageSettings
}

/** Opens the installation's database beside any server that runs on it, does some work, and leaves as it came. */
export async function withHouse(work: (house: House) => Promise<Outcome>): Promise<Outcome> {
  const config = configOfProcess()
  if (!config.ok) return refused(config.refusal.message)
  const { value: settings } = config
  try {
    const secret = await installationSecret(settings)
    const database = await openDatabase({ ...settings, poolSize: 2, applicationName: 'trellis command line' })
    try {
      const accounts = accountsOf({
        pool: database.signIn,
        secret: secretFor('sign-in', secret),
        baseUrl: settings.baseUrl,
      })
      const partnerships = await database.owner(findPartnerships)
      return await work({
        world: {
          db: database.app,
          now: systemClock,
          newId,
          origin: settings.baseUrl,
          mostStoredBytes: settings.mostStoredBytes,
        },
        accounts,
        partnerships,
        messages: settings.messages,
      })
    } finally {
      await database.close()
    }
  } catch (problem) {
    return refused(messageOf(problem))
  }
}
