import type { PartnershipId, PersonId } from '../../../kernel/id.ts'
import { sha256 } from '../../../kernel/sha256.ts'
import { instantFrom, type Tx } from '../../../platform/database/index.ts'

/** Somebody's number, and whether they wish to be told things there. */
export type TextStanding = {
  readonly person: { readonly id: PersonId; readonly name: string; readonly hasLeft: boolean }
  /** null where none is known */
  readonly mobile: string | null
  /** null where they do not wish it, or wished it at another number */
  readonly wish: { readonly wishedAt: Temporal.Instant; readonly by: string; readonly words: string | null } | null
}

type By = { readonly by: PersonId; readonly at: Temporal.Instant }

export async function findTextStanding(tx: Tx, personId: PersonId): Promise<TextStanding | null> {
  const person = await tx
    .selectFrom('person')
    .select(['name', 'mobile', 'left_on'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) return null
  const row = await tx
    .selectFrom('text_wish')
    .innerJoin('person as recorder', (on) =>
      on
        .onRef('recorder.partnership_id', '=', 'text_wish.partnership_id')
        .onRef('recorder.id', '=', 'text_wish.recorded_by'),
    )
    .select(['mobile_hash', 'words', 'wished_at', 'recorder.name as by'])
    .where('text_wish.person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  const holds = row && person.mobile !== null && row.mobile_hash === sha256(person.mobile)
  return {
    person: { id: personId, name: person.name, hasLeft: person.left_on !== null },
    mobile: person.mobile,
    wish: holds ? { wishedAt: instantFrom(row.wished_at), by: row.by, words: row.words } : null,
  }
}

export async function insertTextWish(
  tx: Tx,
  partnershipId: PartnershipId,
  wish: { readonly id: string; readonly personId: PersonId; readonly mobile: string; readonly words: string | null },
  { by, at }: By,
): Promise<void> {
  await tx
    .insertInto('text_wish')
    .values({
      partnership_id: partnershipId,
      id: wish.id,
      person_id: wish.personId,
      mobile_hash: sha256(wish.mobile),
      words: wish.words,
      wished_at: at.toString(),
      recorded_by: by,
    })
    .execute()
}

/** Ends what somebody wished, at whatever number; false when they wished nothing. */
export async function endTextWish(tx: Tx, personId: PersonId, { by, at }: By): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('text_wish')
    .set({ ended_at: at.toString(), ended_by: by })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function updateMobile(tx: Tx, personId: PersonId, mobile: string): Promise<void> {
  await tx.updateTable('person').set({ mobile }).where('id', '=', personId).execute()
}
