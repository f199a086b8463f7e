import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import {
  type PlanReading,
  ratingMeant,
  readDisposal,
  readDocument,
  type WritableAction,
  type WritablePlan,
} from '../../reading/index.ts'
import { aWritablePlan, NOTHING, writablePlans } from './writable-plan.factory.ts'
import { EXPORT_FORMATS, type ExportFormat, exportName, writePlan } from './write-plan.ts'

const AS_AT = day('2026-11-28')

describe('a plan that is taken out comes in the same', () => {
  for (const format of EXPORT_FORMATS) {
    test(`as ${format}, hostile text included`, async () => {
      await fc.assert(
        fc.asyncProperty(writablePlans, async (built) => {
          const first = await readBack(built, format)
          assert.deepEqual(saidBy(first), saidBy(built))
          // Once more, so that the days and leads as understood are held against each other too.
          const again = await readBack(first, format)
          assert.deepEqual(understood(again), understood(first))
          assert.deepEqual(first.notUnderstood, [])
        }),
        { numRuns: 40 },
      )
    })
  }

  test('every format gives the same plan with the same days and leads', async () => {
    await fc.assert(
      fc.asyncProperty(writablePlans, async (built) => {
        const readings = await Promise.all(
          EXPORT_FORMATS.filter((format) => format !== 'json').map((format) => readBack(built, format)),
        )
        for (const reading of readings) assert.deepEqual(understood(reading), understood(readings[0] ?? reading))
      }),
      { numRuns: 15 },
    )
  })

  test('a report’s ratings, comments and own columns go along', async () => {
    const [action] = aWritablePlan(
      NOTHING,
      [{ ref: '1', text: 'Open the hub', measure: null, when: null, leadWords: null }],
      [],
    ).actions
    assert.ok(action)
    const others = [
      { column: 'Funding', text: '£5' },
      { column: 'Action', text: 'again' },
      { column: 'Funding', text: '£6' },
      { column: '', text: 'unnamed' },
    ]
    const rating = { text: 'Amber', key: 'amber' as const }
    const report = {
      ...NOTHING,
      parts: [],
      actions: [
        { ...action, narrative: 'Carried forward to 2027', progressRating: rating, impactRating: null, others },
      ],
    }
    for (const format of EXPORT_FORMATS) {
      const [read] = (await readBack(report, format)).actions
      assert.deepEqual(read?.progressRating, rating)
      assert.equal(read?.disposal?.kind, 'carried-forward')
      assert.deepEqual(
        read?.others?.map((other) => `${other.column}=${other.text}`).sort(),
        others.map((other) => `${other.column}=${other.text}`).sort(),
        format,
      )
    }
  })

  test('what stands under the trail’s label and is no trail is listed as not understood, and never lost', async () => {
    const name = 'Audit trail when this was taken out'
    const csv = `Row,Ref,Words\nLayout,,Trellis plan 1\n${name},,12:${'0a'.repeat(32)}\n${name},,Check the books\nAction,1,Open the hub\n`
    const read = await readDocument({ name: 'plan.csv', content: new TextEncoder().encode(csv) })
    assert.ok(read.ok)
    assert.deepEqual(
      read.value.notUnderstood.map(({ text }) => text),
      [`${name},,Check the books`],
    )
  })

  test('a plan of no period, title or part comes back too', async () => {
    for (const format of EXPORT_FORMATS) {
      const only = aWritablePlan(
        NOTHING,
        [{ ref: null, text: 'Open the hub', measure: null, when: null, leadWords: null }],
        [],
      )
      assert.deepEqual(saidBy(await readBack(only, format)), saidBy(only))
    }
  })
})

test('the name of the file is safe on every system', () => {
  assert.equal(
    exportName('Children’s / Plan: 2026–27 <b>?*', 'xlsx', AS_AT),
    'Childrens Plan 2026-27 b as at 28 November 2026.xlsx',
  )
  assert.equal(exportName('../..\\..', 'md', AS_AT), 'Plan as at 28 November 2026.md')
  assert.equal(exportName(null, 'csv', AS_AT), 'Plan as at 28 November 2026.csv')
})

async function readBack(written: WritablePlan, format: ExportFormat): Promise<PlanReading> {
  const content = await writePlan(written, format, AS_AT, { number: 1204, hash: '3f9a'.repeat(16) })
  const read = await readDocument({ name: `plan.${format}`, content })
  assert.ok(read.ok, read.ok ? '' : read.refusal.sentence)
  return read.value
}

/** All that a plan says, with spaces and what no document can hold folded. */
function saidBy({ title, period, levels, parts, actions }: WritablePlan) {
  return {
    title: folded(title),
    period,
    levels: levels.map((name) => folded(name) ?? ''),
    parts: parts.map((part) => [
      part.id,
      part.parent,
      part.level,
      folded(part.ref),
      folded(part.title) ?? '',
      folded(part.why),
      folded(part.success),
      (part.points ?? []).map(folded).filter(Boolean),
      part.alignedPlans.map(folded).filter(Boolean),
      folded(part.leadWords ?? null),
    ]),
    actions: actions.map((action) => [
      action.part,
      folded(action.ref),
      folded(action.text) ?? '',
      folded(action.measure),
      folded(action.timescale?.text ?? null),
      folded(action.leadWords),
      folded(action.narrative ?? null),
      ratingSaid(action.progressRating),
      ratingSaid(action.impactRating),
      endingSaid(action),
    ]),
  }
}

/** A rating whose words no document can hold is its colour alone. */
function ratingSaid(rating: WritableAction['progressRating']) {
  if (!rating) return null
  const said = ratingMeant(folded(rating.text) ?? '', rating.key)
  return said && [said.text, said.key]
}

/** An ending that nobody told is the one its words state. */
function endingSaid({ narrative, disposal }: WritableAction) {
  const ending = disposal === undefined ? readDisposal(folded(narrative ?? null)) : disposal
  return ending?.kind ?? null
}

function understood(reading: PlanReading) {
  const days = reading.actions.map(({ timescale }) => [
    timescale?.kind,
    timescale?.starts,
    timescale?.due,
    timescale?.confidence,
  ])
  return { ...saidBy(reading), days, leads: reading.actions.map((action) => action.leads) }
}

function folded(text: string | null): string | null {
  if (text === null) return null
  const whole = text
    .toWellFormed()
    .replaceAll('\ufffd', '?')
    .replace(/[\s\u0085]/g, ' ')
    .replace(/[\p{Cc}\u00ad\p{NChar}]/gu, '')
  return whole.replace(/\s+/g, ' ').trim() || null
}
