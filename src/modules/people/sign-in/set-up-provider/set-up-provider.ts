import type { OrganisationId } from '../../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { useFormKey } from '../../../../platform/http/form-receipt.store.ts'
import { recordChange } from '../../../audit/index.ts'
import { findOrganisation } from '../../organisations/organisation.store.ts'
import type { Member } from '../../visitor.ts'
import type { Doors } from '../doors.ts'
import type { ProviderRefusal } from '../sign-on/check-provider.ts'
import { endProvider, findProviderOf, findProviders, insertProvider } from '../sign-on/provider.store.ts'
import { lookAtIssuer, sealed } from '../sign-on/provider-door.ts'
import type { SetUpTyped } from './check-set-up.ts'

export type SetUpRefusal =
  | ProviderRefusal
  | { readonly kind: 'domain-taken'; readonly domain: string }
  | { readonly kind: 'no-secret' | 'organisation-not-found' }

type StopRefusal = { readonly kind: 'not-set-up' | 'organisation-not-found' }

type SetUp = SetUpTyped & { readonly organisationId: OrganisationId; readonly key: string | null }

/** Sets single sign-on up for an organisation, or changes it. A secret left empty stays as it is, for the same issuer and client alone. */
export async function setUpProvider(doors: Doors, by: Member, typed: SetUp): Promise<Result<undefined, SetUpRefusal>> {
  const { world } = doors
  const { organisationId, issuer, clientId, domains } = typed
  const looked = await lookAtIssuer(doors, issuer)
  if (!looked.ok) return looked
  return inScope(world.db, wholePartnership(by.partnershipId), async (tx): Promise<Result<undefined, SetUpRefusal>> => {
    const organisation = await findOrganisation(tx, organisationId)
    if (!organisation || organisation.endedOn) return refuse({ kind: 'organisation-not-found' })
    const taken = (await findProviders(tx)).find(
      ({ organisation: { id }, named }) => id !== organisationId && domains.some((domain) => named.includes(domain)),
    )
    if (taken) return refuse({ kind: 'domain-taken', domain: domains.find((each) => taken.named.includes(each)) ?? '' })
    const before = await findProviderOf(tx, organisationId)
    const isSame = before?.issuer === issuer && before.clientId === clientId
    if (typed.clientSecret === '' && !isSame) return refuse({ kind: 'no-secret' })
    const at = world.now()
    if (typed.key && (await useFormKey(tx, by.partnershipId, typed.key, organisationId, at)) !== null) return ok()
    const sealedSecret =
      typed.clientSecret === '' && before ? before.sealedSecret : await sealed(doors.accounts, typed.clientSecret)
    if (before) await endProvider(tx, { partnershipId: by.partnershipId, id: before.id, by: by.person.id, at })
    const id = world.newId<'provider'>()
    const of = { id, partnershipId: by.partnershipId, organisationId, issuer, clientId, sealedSecret, named: domains }
    await insertProvider(tx, { ...of, setUpAt: at, setUpBy: by.person.id })
    await recordChange(tx, world, by, {
      what: before ? 'changed single sign-on of an organisation' : 'set up single sign-on of an organisation',
      subject: { kind: 'organisation', id: organisationId },
      ...(before && { before: { issuer: before.issuer, clientId: before.clientId, domains: before.named } }),
      after: { issuer, clientId, domains },
    })
    return ok()
  })
}

/** Nobody comes in by it from now on; who is in stays until they sign out. */
export async function stopProvider(
  { world }: Doors,
  by: Member,
  { organisationId, key }: { readonly organisationId: OrganisationId; readonly key: string | null },
): Promise<Result<undefined, StopRefusal>> {
  return inScope(world.db, wholePartnership(by.partnershipId), async (tx): Promise<Result<undefined, StopRefusal>> => {
    if (!(await findOrganisation(tx, organisationId))) return refuse({ kind: 'organisation-not-found' })
    const before = await findProviderOf(tx, organisationId)
    const at = world.now()
    if (key && (await useFormKey(tx, by.partnershipId, key, organisationId, at)) !== null) return ok()
    if (!before) return refuse({ kind: 'not-set-up' })
    await endProvider(tx, { partnershipId: by.partnershipId, id: before.id, by: by.person.id, at })
    await recordChange(tx, world, by, {
      what: 'ended single sign-on of an organisation',
      subject: { kind: 'organisation', id: organisationId },
      before: { issuer: before.issuer, clientId: before.clientId, domains: before.named },
    })
    return ok()
  })
}
