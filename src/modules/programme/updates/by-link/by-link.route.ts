import { inScope } from '../../../../platform/database/index.ts'
import { words } from '../../../../platform/http/form.ts'
import { formKey } from '../../../../platform/http/form-key.ts'
import {
  type Answer,
  notFound,
  page,
  type Route,
  redirect,
  route,
  type Visit,
} from '../../../../platform/http/route.ts'
import type { World } from '../../../../platform/world.ts'
import { anybody, type Visitor } from '../../../people/index.ts'
import type { UpdateWords } from '../update-words.ts'
import { LARGEST_EVIDENCE, takeUpdate } from '../write-update/take-update.ts'
import { askForLink } from './ask-for-link.ts'
import { closedLinkPage } from './closed-link.page.tsx'
import { findLink, type KnownLink, linkHolder, scopeOfLink } from './find-link.ts'
import { showUpdateByLink, signedInAs } from './show-update.ts'
import { keepOpening } from './update-link.store.ts'

/**
 * One update by its link, for somebody without an account. Anybody may ask: the link is what is checked, at every request and
 * again where something is written. Opening it changes nothing, because scanners of mail open it first.
 */
export function byLinkRoutes(world: World): readonly Route<Visitor>[] {
  const open = { access: anybody, isByAddress: true } as const
  return [
    route({ method: 'GET', url: '/u/:words', ...open, answer: (visit) => show(world, visit) }),
    route({
      method: 'POST',
      url: '/u/:words',
      ...open,
      filesUpTo: LARGEST_EVIDENCE,
      answer: (visit) => write(world, visit),
    }),
    route({ method: 'POST', url: '/u/:words/renewal', ...open, answer: (visit) => renew(world, visit) }),
  ]
}

async function show(world: World, visit: Visit<Visitor>): Promise<Answer> {
  const known = await findLink(world, visit.params.words ?? '')
  if (!known) return notFound
  if (known.standing.kind !== 'open') return showClosed(world, visit, known, { isAsked: visit.query.done === 'asked' })
  const { partnershipId, link } = known
  if (!visit.isHead)
    await inScope(world.db, scopeOfLink(partnershipId, link), (tx) =>
      keepOpening(tx, partnershipId, link.id, world.now()),
    )
  return showUpdateByLink(world, visit, known, {
    done: visit.query.done ?? '',
    isCorrecting: visit.query.correct === 'yes',
  })
}

async function write(world: World, visit: Visit<Visitor>): Promise<Answer> {
  const known = await findLink(world, visit.params.words ?? '')
  if (!known) return notFound
  const here = `/u/${known.words}`
  const holder = linkHolder(world, known, visit.address)
  return takeUpdate(world, holder, known.link.pointId, visit.form, {
    again: (problems, typed, theirs) => {
      const isCorrecting = words(visit.form, 'step') === 'correct'
      return showUpdateByLink(world, visit, known, { problems, typed, theirs, isCorrecting })
    },
    shown: (problems) => showUpdateByLink(world, visit, known, { problems }),
    sent: here,
    corrected: here,
    takenBack: `${here}?done=taken-back`,
    dropped: `${here}?done=dropped`,
    saved: `${here}?done=saved`,
    savedWithQuestions: `${here}?done=saved`,
    gone: async (typed) => {
      const now = await findLink(world, known.words)
      return now ? showClosed(world, visit, now, { typed }) : notFound
    },
  })
}

async function renew(world: World, visit: Visit<Visitor>): Promise<Answer> {
  const known = await findLink(world, visit.params.words ?? '')
  if (!known) return notFound
  const here = `/u/${known.words}`
  if (known.standing.kind === 'open') return redirect(here)
  const asked = await askForLink(world, known, { formKey: formKey(visit.form), address: visit.address })
  return redirect(asked.ok ? `${here}?done=asked` : here)
}

function showClosed(
  world: World,
  visit: Visit<Visitor>,
  known: KnownLink,
  { isAsked = false, typed }: { readonly isAsked?: boolean; readonly typed?: UpdateWords },
): Answer {
  const { standing } = known
  if (standing.kind === 'open') return redirect(`/u/${known.words}`)
  const closed = { standing, once: world.newId(), typed: typed ? { typed } : null, isAsked }
  return page(closedLinkPage({ known, signedInAs: signedInAs(visit.visitor, known) }, closed), isAsked ? 200 : 410)
}
