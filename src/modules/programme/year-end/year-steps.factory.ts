import { isBefore } from '../../../kernel/day.ts'
import type { ActionId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { today, type World } from '../../../platform/world.ts'
import type { Member } from '../../people/index.ts'
import { addInYear } from '../../plan/add-in-year/add-in-year.ts'
import { changeAction } from '../../plan/change-action/change-action.ts'
import { type Action, type Announcements, findAction, findParts } from '../../plan/index.ts'
import { pointsOf, tryUpdate } from '../programme.factory.ts'
import { judgeUpdate } from '../updates/judge-update/judge-update.ts'
import { findSubmissionsOfPoint } from '../updates/update.store.ts'
import { carryForward } from './carry-forward/carry-forward.ts'
import { closePlan, reopenPlan } from './close-plan/close-plan.ts'
import type { DisposalKind, SaidDisposal } from './disposal.ts'
import { disposeAction, undoEnding } from './dispose-action/dispose-action.ts'
import { type ActionModel, newcomer, type YearModel } from './year-model.factory.ts'

/** Who takes the steps, in which world. */
export type Players = {
  readonly world: World
  readonly announce: Announcements
  readonly manager: Member
  readonly lead: Member
  readonly chair: Member
}

/** One step: on which action, and a number that says how, where a step can be taken in several ways. */
export type Step = { readonly what: StepName; readonly which: number; readonly how: number }

type Chosen = { readonly id: ActionId; readonly model: ActionModel; readonly how: number }
type Take = (players: Players, year: YearModel, chosen: Chosen) => Promise<void>

/** What people do to a plan in its year. Each tells the model what must be true afterwards; a refused step changes nothing. */
export const YEAR_STEPS = {
  edit: async (players, _, chosen) => {
    await change(players, chosen, { text: `Said another way ${chosen.how}` })
  },
  renumber: async (players, _, chosen) => {
    const ref = `${chosen.how % 9}.${chosen.how % 7}`
    if (await change(players, chosen, { ref })) chosen.model.ref = ref
  },
  reschedule: async (players, _, chosen) => {
    await change(players, chosen, { timescale: ['December 2014', 'January and March 2015', ''][chosen.how % 3] ?? '' })
  },
  move: async (players, year, chosen) => {
    const parts = await inScope(players.world.db, players.manager, (tx) => findParts(tx, year.planId))
    await change(players, chosen, { partId: parts[chosen.how % parts.length]?.id ?? null })
  },
  add: (players, year, chosen) => add(players, year, chosen, null),
  split: (players, year, chosen) => add(players, year, chosen, chosen.id),
  report: report,
  accept: (players, _, chosen) => judge(players, chosen, 'accept'),
  'send-back': (players, _, chosen) => judge(players, chosen, 'send-back'),
  end: (players, year, chosen) => end(players, year, chosen, ENDINGS[chosen.how % ENDINGS.length] ?? 'stopped'),
  'end-all': async (players, year, { how }) => {
    const open = [...year.actions].filter(([, { ending }]) => ending === null)
    for (const [id, model] of open) await end(players, year, { id, model, how }, 'stopped')
  },
  merge: (players, year, chosen) => end(players, year, chosen, 'merged'),
  'take-back': async ({ world, manager }, _, { id, model }) => {
    const undone = await undoEnding(world, manager, { actionId: id, formKey: world.newId() })
    if (undone.ok) model.ending = null
  },
  close: async ({ world, manager }, year) => {
    const closed = await closePlan(world, manager, { planId: year.planId, formKey: world.newId() })
    if (closed.ok) year.isClosed = true
  },
  reopen: async ({ world, manager }, year) => {
    const request = { planId: year.planId, because: 'An update came late', formKey: world.newId() }
    if ((await reopenPlan(world, manager, request)).ok) year.isClosed = false
  },
  carry: async ({ world, manager }, year) => {
    const carried = await carryForward(world, manager, { planId: year.planId, formKey: world.newId() })
    if (!carried.ok) return
    for (const [id, { ending }] of year.actions) if (ending === 'carried-forward') year.carried.add(id)
  },
} as const satisfies Record<string, Take>

export type StepName = keyof typeof YEAR_STEPS

const ENDINGS = ['completed', 'stopped', 'carried-forward', 'not-reported', 'transferred'] as const

/** Takes a step on one of the plan's actions. */
export async function takeStep(players: Players, year: YearModel, { what, which, how }: Step): Promise<void> {
  const [id, model] = [...year.actions][which % year.actions.size] ?? []
  if (id && model) await YEAR_STEPS[what](players, year, { id, model, how })
}

async function change(
  { world, announce, manager }: Players,
  { id }: Chosen,
  said: Partial<Record<'text' | 'ref' | 'timescale', string>> & { readonly partId?: Action['partId'] },
): Promise<boolean> {
  const action = await inScope(world.db, manager, (tx) => findAction(tx, id))
  if (!action) throw new Error('An action is gone')
  const changed = await changeAction(world, manager, announce, {
    actionId: id,
    version: action.version,
    formKey: world.newId(),
    ref: action.ref ?? '',
    text: action.text,
    measure: action.measure ?? '',
    timescale: action.timescale?.text ?? '',
    leadWords: action.leadWords ?? '',
    leadGroupId: action.leadGroupId,
    leadPersonIds: action.leads.flatMap(({ personId }) => personId ?? []),
    partId: null,
    said: null,
    because: 'Agreed by the board',
    ...said,
  })
  return changed.ok
}

async function add(
  { world, announce, manager, lead }: Players,
  { planId, actions }: YearModel,
  { id, how }: Chosen,
  fromId: ActionId | null,
): Promise<void> {
  const like = await inScope(world.db, manager, (tx) => findAction(tx, id))
  const ref = `9.${how}`
  const added = await addInYear(world, manager, announce, {
    planId,
    fromId,
    formKey: world.newId(),
    ref,
    text: `Joined the plan ${how}`,
    measure: '',
    timescale: 'February 2015',
    leadWords: lead.person.name,
    leadGroupId: like?.leadGroupId ?? null,
    leadPersonIds: [lead.person.id],
    leadOtherIds: null,
    partId: like?.partId ?? null,
    because: 'Agreed by the board',
  })
  if (added.ok) actions.set(added.value, newcomer(ref))
}

async function report({ world, lead }: Players, _: YearModel, { id, how }: Chosen): Promise<void> {
  const points = await pointsOf(world, lead, id)
  const due = points.filter(({ dueOn }) => !isBefore(dueOn, today(world)))
  const point = due[how % due.length]
  if (!point) return
  await tryUpdate(world, lead, point.id, { narrative: `What we did, telling ${how}` })
}

async function judge(
  { world, lead, chair }: Players,
  { id, model }: Chosen,
  step: 'accept' | 'send-back',
): Promise<void> {
  for (const { id: pointId } of await pointsOf(world, lead, id)) {
    const [last] = await inScope(world.db, lead, (tx) => findSubmissionsOfPoint(tx, pointId))
    if (!last || last.verdict) continue
    const judged = await judgeUpdate(world, chair, { pointId, submissionId: last.id, step, note: 'Say more' })
    if (judged.ok && step === 'accept') model.accepted.push(last.narrative)
    return
  }
}

async function end(
  { world, manager }: Players,
  { actions }: YearModel,
  { id, model, how }: Chosen,
  kind: DisposalKind,
): Promise<void> {
  const others = [...actions.keys()].filter((other) => other !== id)
  const said: SaidDisposal = {
    kind,
    reason: 'Decided by the board',
    bodyId: null,
    intoId: kind === 'merged' ? (others[how % others.length] ?? null) : null,
    timeWords: 'December 2015',
    takenBy: 'The health trust',
  }
  const ended = await disposeAction(world, manager, { actionId: id, said, formKey: world.newId() })
  if (ended.ok) model.ending = kind
}
