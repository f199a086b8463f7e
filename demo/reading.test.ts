import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Day, day } from '../src/kernel/day.ts'
import { type PlanReading, readDocument } from '../src/modules/reading/index.ts'
import { demoBodies, demoOrganisations, demoPeople } from './borough.ts'
import { EVERY_START, rowsOf } from './plan.factory.ts'
import { DEMO_PLAN_NAME, demoPlan } from './plan.ts'
import { planYear } from './plan-year.ts'
import { demoStory } from './story.ts'

const EACH_MONTH = [...Array(12).keys()]
const QUARTERS = [2, 5, 8, 11]

/** The months of the plan year each action falls due in, as whoever wrote the timescale meant it. */
const DUE_MONTHS: readonly (readonly number[] | 'quarter' | 'term')[] = [
  ...[[3, 8], QUARTERS, [6], [4], []],
  ...[[1, 4, 7, 10], [5, 11], [9], []],
  ...[QUARTERS, 'quarter' as const, [2, 9], [6]],
  ...[EACH_MONTH, [8], [5], [4, 10]],
  ...[[9], [4, 9], [14]],
  ...[QUARTERS, EACH_MONTH, [7], []],
  ...[[4, 10], [2], []],
  ...[QUARTERS, QUARTERS, [7]],
  ...[QUARTERS, [9], [1, 4, 7, 10], [10]],
  ...[QUARTERS, [5], 'term' as const, [3]],
  ...[[3, 6, 9], [5], [], [10]],
]

for (const starts of EVERY_START) {
  describe(`the demo plan of a year from ${starts}, read as a document`, async () => {
    const year = planYear(starts)
    const rows = rowsOf(demoPlan(starts))
    const reading = await readPlan(starts)

    it('comes back with its title, its period, four aims and eleven objectives', () => {
      assert.match(reading.title ?? '', /Growing up in Calverhythe/)
      assert.deepEqual(reading.period, { starts: starts.toString(), endsBefore: year.endsBefore.toString() })
      assert.deepEqual(reading.levels, ['Aim', 'Objective'])
      assert.equal(reading.parts.filter(({ level }) => level === 0).length, 4)
      assert.equal(reading.parts.filter(({ level }) => level === 1).length, 11)
      for (const { level, why, success, title } of reading.parts) {
        if (level === 0) assert.ok(why && success, title)
      }
    })

    it('comes back with every action, word for word and under its objective', () => {
      assert.deepEqual(
        reading.actions.map(({ ref, text, measure, timescale, leadWords }) => ({
          ref,
          text,
          measure: measure ?? '',
          timescale: timescale?.text ?? '',
          lead: leadWords ?? '',
        })),
        rows,
      )
      for (const { part, ref } of reading.actions) {
        assert.equal(ref?.slice(0, 3), reading.parts.find(({ id }) => id === part)?.ref)
      }
    })

    it('falls due when its words say', () => {
      const due = reading.actions.map(({ ref, timescale }) => [
        ref,
        timescale?.text,
        (timescale?.due ?? []).map(({ on }) => monthOf(starts, day(on))),
      ])
      const meant = rows.map(({ ref, timescale }, index) => [ref, timescale, meantMonths(DUE_MONTHS[index] ?? [])])
      assert.deepEqual(due, meant)
    })

    it('asks for every report the story tells', () => {
      for (const { actionRef, dueMonth } of demoStory(starts)) {
        const timescale = reading.actions.find(({ ref }) => ref === actionRef)?.timescale
        const months = (timescale?.due ?? []).map(({ on }) => monthOf(starts, day(on)))
        assert.ok(months.includes(dueMonth) || timescale?.kind === 'ongoing', `${actionRef} in month ${dueMonth}`)
      }
    })

    function meantMonths(due: readonly number[] | 'quarter' | 'term'): readonly number[] {
      return due === 'quarter' || due === 'term' ? [year[due].dueMonth] : due
    }
  })
}

describe('the demo plan, read as a document', async () => {
  const reading = await readPlan(day('2026-04-01'))

  it('shows every kind of timescale', () => {
    const kinds = new Set(reading.actions.flatMap(({ timescale }) => timescale?.kind ?? []))
    assert.deepEqual([...kinds].sort(), ['once', 'ongoing', 'recurring', 'relative', 'unknown', 'window'])
  })

  it('names leads whom the borough knows, but for one group with its name miswritten and two posts nobody holds', () => {
    const people = [...demoPeople.values()].flatMap(({ name, post }) => [name, post])
    const groups = [...Object.values(demoBodies), ...Object.values(demoOrganisations)].map(({ name }) => name)
    const known = new Set<string>([...people, ...groups])
    const named = reading.actions.flatMap(({ leads }) => leads.map(({ text }) => text))
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      ['Information Governance Manager', 'Head of Passenger Transport', 'Safe & Protected Group'],
    )
  })

  it('has something for a careful colleague to ask', () => {
    assert.ok(reading.findings.length >= 10)
    assert.ok(reading.claims.some(({ figure, about }) => figure === 41 && about === 'actions'))
  })
})

async function readPlan(starts: Day): Promise<PlanReading> {
  const answer = await readDocument({ name: DEMO_PLAN_NAME, content: new TextEncoder().encode(demoPlan(starts)) })
  if (!answer.ok) throw new Error(answer.refusal.sentence)
  return answer.value
}

/** 0 in the plan's first month, 12 in the first after its year. */
function monthOf(starts: Day, on: Day): number {
  return (on.year - starts.year) * 12 + on.month - starts.month
}
