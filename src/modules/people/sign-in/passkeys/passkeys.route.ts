import { words } from '../../../../platform/http/form.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../../platform/http/route.ts'
import { accountHolder, anybody } from '../../access.ts'
import type { AccountHolder, Visitor } from '../../visitor.ts'
import { recordOwnChange } from '../account/own-change.ts'
import { findStanding, mustUseTheirs } from '../account/standing.ts'
import type { Doors } from '../doors.ts'
import { ownPath } from '../own-path.ts'
import { signInPage } from '../sign-in.page.tsx'
import { goOn } from '../sign-in.route.ts'
import { passkeysPage } from './passkeys.page.tsx'
import { challenge, keepPasskey, removePasskey, renamePasskey, showPasskey } from './passkeys.ts'

export function passkeyRoutes(doors: Doors): readonly Route<Visitor>[] {
  const post = (url: string, answer: (doors: Doors, visit: Visit<AccountHolder>) => Promise<Answer>) =>
    route({
      method: 'POST',
      url,
      access: accountHolder,
      answer: async (visit) =>
        mustUseTheirs(visit.visitor, await findStanding(doors.accounts, visit.visitor.accountId))
          ? redirect('/account/passkeys')
          : answer(doors, visit),
    })
  return [
    route({
      method: 'POST',
      url: '/sign-in/passkey/options',
      access: anybody,
      answer: async (visit) => asData(await challenge(doors, visit, 'authentication')),
    }),
    route({ method: 'POST', url: '/sign-in/passkey', access: anybody, answer: (visit) => comeIn(doors, visit) }),
    route({
      method: 'GET',
      url: '/account/passkeys',
      access: accountHolder,
      answer: (visit) => show(doors, visit, [], visit.query.done),
    }),
    post('/account/passkeys/options', async (_, visit) => asData(await challenge(doors, visit, 'registration'))),
    post('/account/passkeys', add),
    post('/account/passkeys/name', rename),
    post('/account/passkeys/removal', remove),
  ]
}

function asData({ options, cookies }: { readonly options: unknown; readonly cookies: readonly string[] }): Answer {
  return { kind: 'data', value: options, cookies }
}

async function comeIn(doors: Doors, visit: Visit<Visitor>): Promise<Answer> {
  const next = ownPath(words(visit.form, 'next'))
  const shown = await showPasskey(doors, visit, words(visit.form, 'answer'))
  if (shown.ok) return goOn(shown.value, next)
  const message = 'That passkey is not known here. Sign in in another way'
  return page(signInPage({ email: '', next, goesOn: false, problems: [{ field: 'email', message }] }), 422)
}

async function show(
  doors: Doors,
  { visitor }: Visit<AccountHolder>,
  problems: readonly { field: string; message: string }[],
  done = '',
): Promise<Answer> {
  const standing = await findStanding(doors.accounts, visitor.accountId)
  return page(passkeysPage(visitor, { standing, problems, done }), problems.length > 0 ? 422 : 200)
}

async function add(doors: Doors, visit: Visit<AccountHolder>): Promise<Answer> {
  const name = words(visit.form, 'name').slice(0, 100)
  if (name === '') return show(doors, visit, [{ field: 'name', message: 'Give the passkey a name' }])
  const kept = await keepPasskey(doors, visit, { answer: words(visit.form, 'answer'), name })
  if (!kept.ok) {
    const message = 'No passkey was made. Try again, in a browser and on a device that know passkeys'
    return show(doors, visit, [{ field: 'name', message }])
  }
  await recordOwnChange(doors, visit.visitor, 'added a passkey of their own')
  return redirect('/account/passkeys?done=added')
}

async function rename(doors: Doors, visit: Visit<AccountHolder>): Promise<Answer> {
  const name = words(visit.form, 'name').slice(0, 100)
  const isRenamed = name !== '' && (await renamePasskey(doors, visit, words(visit.form, 'passkey'), name))
  return redirect(isRenamed ? '/account/passkeys?done=renamed' : '/account/passkeys')
}

async function remove(doors: Doors, visit: Visit<AccountHolder>): Promise<Answer> {
  if (!(await removePasskey(doors, visit, words(visit.form, 'passkey')))) return redirect('/account/passkeys')
  await recordOwnChange(doors, visit.visitor, 'removed a passkey of their own')
  return redirect('/account/passkeys?done=removed')
}
