import type { PersonId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, type Scope, wholePartnership } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../platform/world.ts'
import { recordChange } from '../../../audit/index.ts'
import { checkMobile, type Problems } from '../../persons/check-person.ts'
import type { Member } from '../../visitor.ts'
import { endTextWish, findTextStanding, insertTextWish, updateMobile } from '../text-wish.store.ts'

export type TextWishRefusal = Problems | { readonly kind: 'not-found' | 'form-expired' }
type Kept = Result<undefined, TextWishRefusal>

const LONGEST_WORDS = 500

type Wish = {
  readonly personId: PersonId
  readonly mobile: string
  readonly words: string
  readonly formKey: string | null
}

/**
 * Keeps that somebody wishes text messages, and the number they wish them at: they themselves, or whoever keeps people, who says how
 * they were asked for it.
 */
export async function wishForTexts(
  world: World,
  by: Member,
  { personId, mobile, words, formKey }: Wish,
): Promise<Kept> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  const isOwn = personId === by.person.id
  const number = checkMobile(mobile)
  const problems = []
  if (!number) problems.push({ field: 'mobile', message: 'Write the number like +44 7700 900123' })
  if (!isOwn && words === '') problems.push({ field: 'words', message: 'Say how and when they asked for it' })
  if (words.length > LONGEST_WORDS) problems.push({ field: 'words', message: 'Shorten it to 500 characters' })
  if (!number || problems.length > 0) return refuse({ kind: 'problems', problems })
  return inScope(world.db, scopeOf(by, isOwn), async (tx): Promise<Kept> => {
    const before = await findTextStanding(tx, personId)
    if (!before || before.person.hasLeft) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, 'texts', world.now())) return ok()
    const at = { by: by.person.id, at: world.now() }
    if (before.mobile !== number) await updateMobile(tx, personId, number)
    await endTextWish(tx, personId, at)
    const said = isOwn ? null : words
    await insertTextWish(tx, by.partnershipId, { id: world.newId(), personId, mobile: number, words: said }, at)
    await recordChange(tx, world, by, {
      what: isOwn ? 'asked for text messages' : 'recorded that they asked for text messages',
      subject: { kind: 'person', id: personId },
      before: { mobile: before.mobile, texts: before.wish !== null },
      after: { mobile: number, texts: true, ...(said && { words: said }) },
    })
    return ok()
  })
}

/** Keeps that somebody wishes no text messages any more. */
export async function stopTexts(
  world: World,
  by: Member,
  { personId, formKey }: Pick<Wish, 'personId' | 'formKey'>,
): Promise<Kept> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, scopeOf(by, personId === by.person.id), async (tx): Promise<Kept> => {
    if (!(await findTextStanding(tx, personId))) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, 'texts', world.now())) return ok()
    if (!(await endTextWish(tx, personId, { by: by.person.id, at: world.now() }))) return ok()
    const subject = { kind: 'person', id: personId } as const
    await recordChange(tx, world, by, { what: 'stopped text messages', subject, before: { texts: true } })
    return ok()
  })
}

/** What is about nobody but themselves everybody keeps, also whoever changes nothing of the partnership. */
function scopeOf(by: Member, isOwn: boolean): Scope {
  return isOwn ? wholePartnership(by.partnershipId) : by
}
