import { type PlanId, parseId } from '../../../kernel/id.ts'
import { unreachable } from '../../../kernel/result.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { inScope } from '../../../platform/database/index.ts'
import { type Form, words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, page, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, labelsOf, type Member, may, type Visitor } from '../../people/index.ts'
import { findPlan, findPlans } from '../plan.store.ts'
import { guesserOf } from '../tie-names/guess-known.ts'
import { type LeadNamesView, leadNamesPage } from './lead-names.page.tsx'
import { findLeadSpellings } from './lead-spelling.store.ts'
import { findLastTieChange } from './tie-change.store.ts'
import { tieLeads, undoTying } from './tie-leads.ts'

const FLASHES: Readonly<Record<string, string>> = {
  tied: 'The names are tied as you said',
  undone: 'The last change of ties is undone',
}

export function leadNamesRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'GET',
      url: '/lead-names',
      access: may('change-actions'),
      answer: (visit) => show(world, visit, NOTHING),
    }),
    route({ method: 'POST', url: '/lead-names', access: may('change-actions'), answer: (visit) => tie(world, visit) }),
    route({
      method: 'POST',
      url: '/lead-names/undo',
      access: may('change-actions'),
      answer: (visit) => undo(world, visit),
    }),
  ]
}

type Refused = Pick<LeadNamesView, 'problems' | 'typed'>
const NOTHING: Refused = { problems: [], typed: new Map() }

async function show(world: World, { visitor, query, form }: Visit<Member>, refused: Refused): Promise<Answer> {
  const planId = planIn(query.plan ?? words(form, 'plan'))
  return inScope(world.db, visitor, async (tx): Promise<Answer> => {
    if (planId && !(await findPlan(tx, planId))) return notFound
    const directory = await findDirectory(tx)
    const labels = labelsOf(directory, ['person', 'post', 'body', 'organisation'])
    const textOf = new Map<string, string>(labels.map(({ known, text }) => [known.id, text]))
    const guess = guesserOf(directory)
    const spellings = (await findLeadSpellings(tx, planId)).map((spelling) => ({
      ...spelling,
      label: spelling.ties.map(({ id }, at) => textOf.get(id) ?? spelling.names[at] ?? '').join(', '),
      guesses:
        spelling.ties.length > 0
          ? []
          : guess(spelling.text, spelling.kind).map((one) => ({
              ...one,
              label: textOf.get(one.known.id) ?? one.known.name,
            })),
    }))
    const view = {
      planId,
      plans: await findPlans(tx),
      spellings,
      suggestions: labels.map(({ text }) => text),
      last: await findLastTieChange(tx),
      once: world.newId(),
      ...refused,
    }
    const flash = valueAt(FLASHES, query.done ?? '') ?? null
    return page(leadNamesPage(visitor, view, flash), refused.problems.length > 0 ? 422 : 200)
  })
}

function planIn(given: string): PlanId | null {
  return parseId<'plan'>(given)
}

async function tie(world: World, visit: Visit<Member>): Promise<Answer> {
  const { form, visitor } = visit
  const rows = changedRows(form)
  const planId = planIn(words(form, 'plan'))
  const tied = await tieLeads(world, visitor, { planId, wanted: rows, formKey: formKey(form) })
  if (tied.ok) return redirect(`/lead-names?done=tied${planId ? `&plan=${planId}` : ''}`)
  const { refusal } = tied
  switch (refusal.kind) {
    case 'form-expired':
      return redirect('/lead-names')
    case 'unknown-names':
      return show(world, visit, {
        typed: new Map(rows.map(({ at, typed }) => [at, typed])),
        problems: rows
          .filter(({ text }) => refusal.texts.includes(text))
          .map(({ at, typed }) => ({
            field: `known-${at}`,
            message: `Nobody here is called “${typed}”: choose from the list`,
          })),
      })
    default:
      return unreachable(refusal)
  }
}

/** The rows whose box says something else than when the page was made. */
function changedRows(form: Form) {
  return Object.keys(form.fields)
    .flatMap((name) => /^text-(\d{1,4})$/.exec(name)?.[1] ?? [])
    .map((at) => ({
      at: Number(at),
      text: words(form, `text-${at}`),
      was: words(form, `was-${at}`)
        .split(',')
        .filter((each) => each !== ''),
      label: words(form, `label-${at}`),
      typed: words(form, `known-${at}`),
    }))
    .filter(({ label, typed }) => label !== typed)
}

async function undo(world: World, { visitor, form }: Visit<Member>): Promise<Answer> {
  const undone = await undoTying(world, visitor, { changeId: words(form, 'change'), formKey: formKey(form) })
  return redirect(`/lead-names${undone.ok ? '?done=undone' : ''}`)
}
