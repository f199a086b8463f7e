import { unreachable } from '../../../../kernel/result.ts'
import { words } from '../../../../platform/http/form.ts'
import { type Answer, page, type Route, redirect, route, type Visit } from '../../../../platform/http/route.ts'
import { accountHolder } from '../../access.ts'
import type { AccountHolder, Visitor } from '../../visitor.ts'
import { recordOwnChange } from '../account/own-change.ts'
import { findStanding, mustUseTheirs } from '../account/standing.ts'
import type { Doors } from '../doors.ts'
import { confirmFactorPage, recoveryCodesPage, secondFactorPage } from './second-factor.page.tsx'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  type FactorRefusal,
  renewCodes,
} from './second-factor.ts'

type OwnVisit = Visit<AccountHolder>

export function secondFactorRoutes(doors: Doors): readonly Route<Visitor>[] {
  const post = (url: string, answer: (doors: Doors, visit: OwnVisit) => Promise<Answer>) =>
    route({
      method: 'POST',
      url,
      access: accountHolder,
      answer: async (visit) =>
        mustUseTheirs(visit.visitor, await findStanding(doors.accounts, visit.visitor.accountId))
          ? redirect('/account/second-factor')
          : answer(doors, visit),
    })
  return [
    route({
      method: 'GET',
      url: '/account/second-factor',
      access: accountHolder,
      answer: async ({ visitor, query }) => {
        const standing = await findStanding(doors.accounts, visitor.accountId)
        return page(secondFactorPage(visitor, { standing, problems: [], done: query.done ?? '' }))
      },
    }),
    post('/account/second-factor', begin),
    post('/account/second-factor/confirmation', confirm),
    post('/account/second-factor/codes', renew),
    post('/account/second-factor/end', end),
  ]
}

async function begin(doors: Doors, visit: OwnVisit): Promise<Answer> {
  const begun = await beginSecondFactor(doors, visit, visit.form.fields.password?.[0] ?? '')
  if (!begun.ok) return refused(doors, visit, begun.refusal, 'begin', 'password')
  return page(confirmFactorPage(visit.visitor, begun.value, []))
}

async function confirm(doors: Doors, visit: OwnVisit): Promise<Answer> {
  const { visitor, form } = visit
  const confirmed = await confirmSecondFactor(doors, visit, words(form, 'code').replaceAll(/\s/g, ''))
  if (!confirmed.ok) {
    const problems = [{ field: 'code', message: inWords(confirmed.refusal) }]
    return page(confirmFactorPage(visitor, null, problems), statusOf(confirmed.refusal))
  }
  await recordOwnChange(doors, visitor, 'switched on a second factor for themselves')
  const { cookies, codes } = confirmed.value
  return { kind: 'page', html: recoveryCodesPage(visitor, codes, true), cookies }
}

async function renew(doors: Doors, visit: OwnVisit): Promise<Answer> {
  const renewed = await renewCodes(doors, visit, visit.form.fields['codes-password']?.[0] ?? '')
  if (!renewed.ok) return refused(doors, visit, renewed.refusal, 'codes', 'codes-password')
  await recordOwnChange(doors, visit.visitor, 'made new recovery codes for themselves')
  return page(recoveryCodesPage(visit.visitor, renewed.value, false))
}

async function end(doors: Doors, visit: OwnVisit): Promise<Answer> {
  const ended = await endSecondFactor(doors, visit, visit.form.fields['end-password']?.[0] ?? '')
  if (!ended.ok) return refused(doors, visit, ended.refusal, 'end', 'end-password')
  await recordOwnChange(doors, visit.visitor, 'switched off their own second factor')
  return { kind: 'redirect', to: '/account/second-factor?done=off', cookies: ended.value }
}

async function refused(
  doors: Doors,
  { visitor }: OwnVisit,
  refusal: FactorRefusal,
  of: 'begin' | 'codes' | 'end',
  field: string,
): Promise<Answer> {
  const standing = await findStanding(doors.accounts, visitor.accountId)
  const problems = [{ field, message: inWords(refusal) }]
  return page(secondFactorPage(visitor, { standing, problems, of }), statusOf(refusal))
}

function statusOf({ kind }: FactorRefusal): 422 | 429 {
  return kind === 'too-many-tries' ? 429 : 422
}

function inWords(refusal: FactorRefusal): string {
  switch (refusal.kind) {
    case 'wrong-password':
      return 'This is not your password. Enter the one you sign in with'
    case 'wrong-code':
      return 'This is not the code that the app shows now. Type the six digits as they stand there'
    case 'too-many-tries':
      return `There were too many tries. Wait ${refusal.waitSeconds} seconds and try again`
    default:
      return unreachable(refusal)
  }
}
