import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { aSmallPartnership, type SmallPartnership } from '../../../../test/support/partnership.ts'
import { twoDuties } from '../../../../test/support/partnership-duty.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import type { ActionId, ReportingPointId } from '../../../kernel/id.ts'
import { inScope, type Tx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { findPlan } from '../../plan/index.ts'
import { findPoint } from '../points/point.store.ts'
import { findStandingsAsAt, type StandingAsAt } from '../points/standings-as-at.store.ts'
import { findDraft } from './draft.store.ts'
import { judgeUpdate } from './judge-update/judge-update.ts'
import { standingVersions } from './standing-versions.ts'
import { takeBackUpdate } from './take-back-update/take-back-update.ts'
import { findSubmissionsOfAction, findSubmissionsOfPoint, type Submission } from './update.store.ts'
import { afterStep, type UpdateStep, updateStateOf } from './update-steps.ts'
import { NOTHING_TYPED } from './update-words.ts'
import { signedIn } from './update-writer.ts'
import { submitUpdate } from './write-update/submit-update.ts'

const STEPS: readonly UpdateStep[] = ['save', 'submit', 'withdraw', 'correct', 'drop', 'accept', 'send-back']
const RATINGS = ['red', 'amber', 'green', 'grey'] as const

/** One try: which of the action's two duties, which step, and a word and a colour to tell it by. */
const aTry = fc.record({
  duty: fc.constantFrom(0, 1),
  step: fc.constantFrom(...STEPS),
  word: fc.stringMatching(/^[a-z]{1,8}$/),
  progress: fc.constantFrom(...RATINGS),
})
/** Whatever a rating may call for. */
const ALL_SAID = {
  ...NOTHING_TYPED,
  impact: 'grey',
  whatNext: 'More',
  recovery: 'A builder',
  returnOn: '2015-03-31',
  differsBecause: 'It is so',
  pairBecause: 'It is so',
} as const

type Stands = ReadonlyMap<ActionId, StandingAsAt>
type Try = typeof aTry extends fc.Arbitrary<infer Value> ? Value : never

describe('any sequence of steps', () => {
  let town: SmallPartnership
  before(async () => {
    town = await aSmallPartnership()
  })

  const scoped = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inScope((await theHouse()).world.db, town.manager.member, work)
  const stateAt = (pointId: ReportingPointId) =>
    scoped(async (tx) => {
      const draft = await findDraft(tx, pointId)
      return updateStateOf({
        draftSavedAt: draft?.savedAt ?? null,
        versions: await findSubmissionsOfPoint(tx, pointId),
      })
    })

  async function take(pointId: ReportingPointId, { step, word, progress }: Try, hour: number): Promise<boolean> {
    const { world } = await theHouse()
    const formKey = newId()
    if (step === 'accept' || step === 'send-back') {
      const versions = await scoped((tx) => findSubmissionsOfPoint(tx, pointId))
      const last = versions.find(({ withdrawal }) => !withdrawal)
      if (!last || last.verdict) return false
      const judgement = { pointId, submissionId: last.id, step, note: `Note ${hour}` } as const
      return (await judgeUpdate(world, town.chair.member, judgement)).ok
    }
    if (step === 'withdraw' || step === 'drop') {
      return (await takeBackUpdate(world, signedIn(town.lead.member), { pointId, step, formKey })).ok
    }
    const words = { ...ALL_SAID, narrative: `${word} ${hour}`, progress, reason: `Because ${hour}` }
    return (await submitUpdate(world, town.lead.member, { ...words, pointId, step, formKey, evidence: null })).ok
  }

  test('leaves the state that the table of steps says, loses no accepted update, and alters no past day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aTry, { minLength: 1, maxLength: 14 }), async (tries) => {
        setClock('2014-10-20')
        const duties = await twoDuties(town)
        const point = await scoped((tx) => findPoint(tx, duties[0]))
        assert.ok(point)
        const plan = await scoped((tx) => findPlan(tx, point.planId))
        assert.ok(plan)
        const scheme = { id: plan.ratingSchemeId }
        const sentOfAction = () => scoped((tx) => findSubmissionsOfAction(tx, point.actionId))
        const accepted = new Map<string, Submission>()
        const past: { at: Temporal.Instant; stood: string | null }[] = []
        const from = Temporal.Instant.from('2014-10-20T09:00:00Z')
        for (const [hour, tried] of tries.entries()) {
          setClock(from.add({ hours: hour + 1 }).toString())
          const pointId = tried.duty === 0 ? duties[0] : duties[1]
          const role = tried.step === 'accept' || tried.step === 'send-back' ? 'chair' : 'lead'
          const wanted = afterStep(role, await stateAt(pointId), tried.step)
          const before = await stateAt(pointId)
          const taken = await take(pointId, tried, hour)
          assert.equal(taken, wanted !== null, `${tried.step} from ${before}`)
          assert.equal(await stateAt(pointId), wanted ?? before, `${tried.step} from ${before}`)
          const sent = await sentOfAction()
          for (const version of sent) if (version.verdict?.kind === 'accepted') accepted.set(version.id, version)
          past.push({ at: from.add({ hours: hour + 1 }), stood: standingVersions(sent)[0]?.narrative ?? null })
        }
        const kept = new Map((await sentOfAction()).map((version) => [version.id as string, version]))
        for (const [id, version] of accepted) assert.deepEqual(kept.get(id), version, 'an accepted update is as it was')
        for (const { at, stood } of past) {
          const stands: Stands = await scoped((tx) => findStandingsAsAt(tx, point.planId, at, scheme))
          assert.equal(stands.get(point.actionId)?.latest?.narrative ?? null, stood, `as at ${at}`)
        }
      }),
      { numRuns: 12 },
    )
  })
})
