import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { day } from '../src/kernel/day.ts'
import { demoBodies, demoPeople } from './borough.ts'
import { EVERY_START, rowsOf } from './plan.factory.ts'
import { demoPlan } from './plan.ts'
import { demoStory } from './story.ts'

const { compare } = Temporal.PlainDate

for (const starts of EVERY_START) {
  const story = demoStory(starts)
  const rows = rowsOf(demoPlan(starts))
  const rowOf = (ref: string) => rows.find((row) => row.ref === ref)

  describe(`the demo story of a year from ${starts}`, () => {
    it('tells seventy to ninety updates, each on one action of the plan', () => {
      assert.ok(story.length >= 70 && story.length <= 90, `${story.length} updates`)
      for (const { actionRef } of story) assert.equal(rows.filter(({ ref }) => ref === actionRef).length, 1, actionRef)
    })

    it('is told by the person or post the plan names, and judged by the chair of its group or, without one, the manager', () => {
      for (const { actionRef, by, verdict } of story) {
        const lead = rowOf(actionRef)?.lead ?? ''
        const person = demoPeople.get(by)
        assert.ok(person && (lead.includes(person.name) || lead === person.post), `${actionRef} by ${by}`)
        const group = Object.values(demoBodies).find(({ name }) => lead.startsWith(name))
        const judge = group?.chair ?? 'imogen-adeyemi'
        if (verdict) assert.equal(verdict.by, judge, actionRef)
        assert.notEqual(by, judge, actionRef)
      }
    })

    it('keeps its days in order and stops after eleven months', () => {
      const ends = starts.add({ months: 11 })
      for (const { submittedOn, verdict } of story) {
        assert.ok(compare(submittedOn, starts) >= 0)
        assert.ok(compare(submittedOn, ends) < 0)
        if (!verdict) continue
        assert.ok(compare(verdict.on, submittedOn) >= 0)
        assert.ok(compare(verdict.on, ends) < 0)
      }
      assert.deepEqual(
        story,
        story.toSorted((a, b) => compare(a.submittedOn, b.submittedOn)),
      )
    })

    it('says something once at each reporting point, or again only after it was sent back', () => {
      for (const update of story) {
        const before = story.filter(
          (other) =>
            other !== update &&
            other.actionRef === update.actionRef &&
            other.dueMonth === update.dueMonth &&
            compare(other.submittedOn, update.submittedOn) <= 0,
        )
        for (const { verdict } of before) {
          assert.equal(verdict?.kind, 'sent-back')
          assert.ok(verdict && compare(verdict.on, update.submittedOn) <= 0)
        }
      }
    })
  })
}

describe('the demo story', () => {
  const story = demoStory(day('2026-01-01'))

  it('shows every colour, for progress and for impact', () => {
    const colours = ['amber', 'blue', 'green', 'grey', 'red']
    assert.deepEqual([...new Set(story.map(({ progress }) => progress))].sort(), colours)
    assert.deepEqual([...new Set(story.map(({ impact }) => impact))].sort(), colours)
  })

  it('has no accepted completion without evidence', () => {
    const complete = story.filter(({ progress, verdict }) => progress === 'blue' && verdict?.kind === 'accepted')
    assert.ok(complete.length >= 5)
    for (const { actionRef, evidence } of complete) assert.ok(evidence, actionRef)
  })

  it('says why whenever a report is sent back', () => {
    const notes = story.flatMap(({ verdict }) => (verdict?.kind === 'sent-back' ? [verdict.note ?? ''] : []))
    assert.ok(notes.length >= 3)
    for (const note of notes) assert.ok(note.length > 40)
  })

  it('leaves some reports awaiting their chair and some actions never reported', () => {
    assert.ok(story.some(({ verdict }) => !verdict))
    const told = new Set(story.map(({ actionRef }) => actionRef))
    const silent = rowsOf(demoPlan(day('2026-01-01'))).filter(({ ref }) => !told.has(ref))
    assert.ok(silent.length >= 8)
  })

  it('counts no one to five children but where the chair asks for the number to go', () => {
    const small =
      /(?<![\w-])([1-5]|one|two|three|four|five) (girl|boy|child|children|pupil|young (person|people|carers?)|babies)/i
    const told = story.filter(({ narrative, evidence }) => small.test(narrative) || small.test(evidence?.text ?? ''))
    assert.deepEqual(
      told.map(({ actionRef, verdict }) => [actionRef, verdict?.kind]),
      [['3.1.1', 'sent-back']],
    )
  })

  it('adds its tables up', () => {
    for (const { evidence } of story) {
      const rows = (evidence?.text ?? '')
        .trim()
        .split('\n')
        .map((row) => row.split(','))
      const total = rows.find(([name]) => name === 'Total')
      for (const column of total ? [...total.keys()].slice(1) : []) {
        const parts = rows.filter(([name], index) => index > 0 && name !== 'Total').map((row) => Number(row[column]))
        const sum = parts.reduce((before, part) => before + part, 0)
        assert.equal(sum, Number(total?.[column]), `${evidence?.name}, column ${column}`)
      }
    }
  })
})
