import type { OrganisationId, PersonId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { today, type World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findOrganisationsHere } from '../directory/directory.store.ts'
import { insertFormerName } from '../directory/former-name.store.ts'
import { insertPerson } from '../directory/insert.store.ts'
import { lockPerson, updatePerson } from '../directory/person.store.ts'
import type { Member } from '../visitor.ts'
import { checkPerson, type Problems } from './check-person.ts'

export type PersonRequest = {
  /** null adds somebody */
  readonly id: PersonId | null
  readonly name: string
  readonly email: string
  readonly mobile: string
  readonly organisationId: OrganisationId | null
  readonly formKey: string | null
}

type Refusal = Problems | { readonly kind: 'not-found' } | { readonly kind: 'form-expired' }

/** Adds somebody to the directory, or changes what it says of them; a name they had stays known. */
export async function keepPerson(world: World, by: Member, request: PersonRequest): Promise<Result<PersonId, Refusal>> {
  const { formKey } = request
  if (!formKey) return refuse({ kind: 'form-expired' })
  const checked = checkPerson(request)
  if (!checked.ok) return checked
  return inScope(world.db, by, async (tx): Promise<Result<PersonId, Refusal>> => {
    const id = request.id ?? world.newId<'person'>()
    const before = request.id ? await lockPerson(tx, request.id) : null
    if (request.id && !before) return refuse({ kind: 'not-found' })
    const earlier = await useFormKey(tx, by.partnershipId, formKey, id, world.now())
    if (earlier) return ok(request.id ?? id)
    const organisations = await findOrganisationsHere(tx)
    const known = organisations.find((one) => one.id === request.organisationId)
    const keptOrganisation = before?.organisation?.id === request.organisationId ? request.organisationId : null
    const person = { id, ...checked.value, organisationId: known?.id ?? keptOrganisation }
    if (before) await updatePerson(tx, person)
    else await insertPerson(tx, by.partnershipId, person)
    if (before && before.name !== person.name) {
      const former = { id: world.newId<'former-name'>(), name: before.name, usedUntil: today(world) }
      await insertFormerName(tx, by.partnershipId, { ...former, known: { kind: 'person', id } })
    }
    const { name, email, mobile } = person
    await recordChange(tx, world, by, {
      what: before ? 'changed what the directory says of a person' : 'added a person to the directory',
      subject: { kind: 'person', id },
      ...(before && {
        before: {
          name: before.name,
          email: before.email,
          mobile: before.mobile,
          organisation: before.organisation?.name ?? null,
        },
      }),
      after: { name, email, mobile, organisation: known?.name ?? null },
    })
    return ok(id)
  })
}
