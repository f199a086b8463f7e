import { parseId } from '../../../kernel/id.ts'
import { unreachable } from '../../../kernel/result.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { findChainHead, headInWords } from '../../audit/index.ts'
import { may } from '../access.ts'
import type { Member, Visitor } from '../visitor.ts'
import { findAnchorAddresses } from './anchor-address.store.ts'
import { anchorsPage } from './anchors.page.tsx'
import { type AnchorRefusal, addAnchorAddress, MOST_ADDRESSES, stopAnchorAddress } from './keep-anchors.ts'

const FLASHES: Readonly<Record<string, string>> = {
  added: 'The address is added: it gets its first mail tomorrow morning',
  ended: 'The address is taken away: nothing more goes to it',
}

export function anchorRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({ method: 'GET', url: '/audit/anchors', access: may('keep-anchors'), answer: (visit) => show(world, visit) }),
    route({ method: 'POST', url: '/audit/anchors', access: may('keep-anchors'), answer: (visit) => add(world, visit) }),
    route({
      method: 'POST',
      url: '/audit/anchors/:addressId/end',
      access: may('keep-anchors'),
      answer: (visit) => end(world, visit),
    }),
  ]
}

async function show(
  world: World,
  { visitor, query }: Visit<Member>,
  problem: string | null = null,
  typed = '',
): Promise<Answer> {
  return inScope(world.db, wholePartnership(visitor.partnershipId), async (tx) => {
    const addresses = await findAnchorAddresses(tx)
    const head = headInWords(await findChainHead(tx))
    const view = { addresses, head, typed, problem, newKey: () => world.newId() }
    return page(anchorsPage(visitor, view, valueAt(FLASHES, query.done ?? '') ?? null), problem ? 422 : 200)
  })
}

async function add(world: World, visit: Visit<Member>): Promise<Answer> {
  const address = words(visit.form, 'address')
  const added = await addAnchorAddress(world, visit.visitor, { address, formKey: formKey(visit.form) })
  return added.ok ? redirect('/audit/anchors?done=added') : show(world, visit, inWords(added.refusal), address)
}

async function end(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const id = parseId<'anchor-address'>(params.addressId ?? '')
  if (!id) return notFound
  const ended = await stopAnchorAddress(world, visitor, { id, formKey: formKey(form) })
  return !ended.ok && ended.refusal.kind === 'not-found' ? notFound : redirect('/audit/anchors?done=ended')
}

function inWords({ kind }: AnchorRefusal): string {
  switch (kind) {
    case 'form-expired':
      return 'This form was open too long: send it again'
    case 'not-an-address':
      return 'Write the address like name@council.gov.uk'
    case 'there-already':
      return 'This address gets the mail already'
    case 'too-many':
      return `There are ${MOST_ADDRESSES} addresses: take one away first`
    case 'not-found':
      return 'That address is no longer there'
    default:
      return unreachable(kind)
  }
}
