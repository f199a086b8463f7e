import { accountsOf } from '../accounts.ts'
import { askLibrary, type Doors, type Knock } from '../doors.ts'
import type { CameIn } from '../sign-in.ts'
import { openLink } from './by-mail.ts'

/**
 * Signs in whoever has just shown, by a private address in a mail, that a mailbox is theirs: a link to sign in is made and opened at once, instead of going
 * through the same mailbox again. Null when too many links were asked for from there.
 */
export async function openByAddress(doors: Doors, knock: Knock, email: string): Promise<CameIn | null> {
  const made: { key: string | null } = { key: null }
  const accounts = accountsOf({
    ...doors,
    send: async (letter) => {
      made.key = letter.key
    },
  })
  await askLibrary({ ...doors, accounts }, '/sign-in/magic-link', knock, { email })
  if (made.key === null) return null
  const opened = await openLink(doors, knock, made.key)
  return opened.ok ? opened.value : null
}
