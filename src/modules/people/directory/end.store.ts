import type { Day } from '../../../kernel/day.ts'
import type { BodyId, OrganisationId, PostId } from '../../../kernel/id.ts'
import type { Tx } from '../../../platform/database/index.ts'

export async function endOrganisation(
  tx: Tx,
  of: { readonly id: OrganisationId; readonly endedOn: Day; readonly successorId: OrganisationId | null },
): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ ended_on: of.endedOn.toString(), successor_id: of.successorId })
    .where('id', '=', of.id)
    .execute()
}

export async function endBody(
  tx: Tx,
  of: { readonly id: BodyId; readonly endedOn: Day; readonly successorId: BodyId | null },
): Promise<void> {
  await tx
    .updateTable('body')
    .set({ ended_on: of.endedOn.toString(), successor_id: of.successorId })
    .where('id', '=', of.id)
    .execute()
}

export async function endPost(tx: Tx, of: { readonly id: PostId; readonly endedOn: Day }): Promise<void> {
  await tx.updateTable('post').set({ ended_on: of.endedOn.toString() }).where('id', '=', of.id).execute()
}
