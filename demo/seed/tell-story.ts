import { type Day, isAfter } from '../../src/kernel/day.ts'
import type { PlanId, ReportingPointId, SubmissionId } from '../../src/kernel/id.ts'
import { findActions } from '../../src/modules/plan/index.ts'
import {
  findPointsOfAction,
  findSubmissionsOfPoint,
  judgeUpdate,
  type ReportingPoint,
  submitUpdate,
} from '../../src/modules/programme/index.ts'
import { inScope, wholePartnership } from '../../src/platform/database/index.ts'
import { today, type World } from '../../src/platform/world.ts'
import { type DemoUpdate, demoStory } from '../story.ts'
import { done, memberAs, on, type Town } from './as-person.ts'

type Points = ReadonlyMap<string, readonly ReportingPoint[]>

/** The year's updates and verdicts, each sent by its own person on its own day, up to today. */
export async function tellStory(world: World, town: Town, planId: PlanId, starts: Day): Promise<void> {
  const points = await pointsByReference(world, town, planId)
  const now = today(world)
  const told = demoStory(starts)
    .filter(({ submittedOn }) => !isAfter(submittedOn, now))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.submittedOn, b.submittedOn))
  for (const [at, update] of told.entries()) {
    const pointId = pointOf(points, update, starts)
    await submit(on(world, update.submittedOn, at), town, pointId, update)
    if (update.verdict && !isAfter(update.verdict.on, now)) {
      await judge(on(world, update.verdict.on, at + 60), town, pointId, update.verdict)
    }
  }
}

async function pointsByReference(world: World, town: Town, planId: PlanId): Promise<Points> {
  return inScope(world.db, wholePartnership(town.partnershipId), async (tx) => {
    const points = new Map<string, readonly ReportingPoint[]>()
    for (const { id, ref } of await findActions(tx, planId)) {
      if (ref) points.set(ref, [...(points.get(ref) ?? []), ...(await findPointsOfAction(tx, id))])
    }
    return points
  })
}

function pointOf(points: Points, { actionRef, dueMonth }: DemoUpdate, starts: Day): ReportingPointId {
  const month = starts.add({ months: dueMonth })
  const point = points.get(actionRef)?.find(({ dueOn }) => dueOn.year === month.year && dueOn.month === month.month)
  if (!point) throw new Error(`The demo reports on ${actionRef} in ${month.toPlainYearMonth()}, when nothing is due`)
  return point.id
}

async function submit(world: World, town: Town, pointId: ReportingPointId, update: DemoUpdate): Promise<void> {
  const { narrative, progress, impact, evidence } = update
  const file = evidence && {
    name: evidence.name,
    type: evidence.mediaType,
    content: new TextEncoder().encode(evidence.text),
  }
  const said = { pointId, narrative, progress, impact, ...comingIn(update), step: 'submit' } as const
  const form = { ...said, formKey: world.newId(), evidence: file ?? null }
  done(await submitUpdate(world, memberAs(town, update.by), form))
}

function comingIn({ coming, submittedOn }: DemoUpdate) {
  const [recovery, days] = coming.back ?? ['', 0]
  return {
    whatNext: coming.next,
    recovery,
    returnOn: coming.back ? submittedOn.add({ days }).toString() : '',
    forecast: coming.forecast ?? null,
    differsBecause: coming.differs ?? 'The dates alone do not show what is in place',
    pairBecause: '',
  }
}

async function judge(
  world: World,
  town: Town,
  pointId: ReportingPointId,
  verdict: NonNullable<DemoUpdate['verdict']>,
): Promise<void> {
  const submissionId = await inScope(
    world.db,
    wholePartnership(town.partnershipId),
    async (tx): Promise<SubmissionId | undefined> => {
      const [last] = await findSubmissionsOfPoint(tx, pointId)
      return last?.id
    },
  )
  if (!submissionId) throw new Error('The demo judges an update that was never sent')
  const step = verdict.kind === 'accepted' ? 'accept' : 'send-back'
  const judgement = { pointId, submissionId, step, note: verdict.note ?? '' } as const
  done(await judgeUpdate(world, memberAs(town, verdict.by), judgement))
}
