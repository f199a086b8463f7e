import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '../../../platform/ids.ts'
import { NOBODY } from '../../people/index.ts'
import type { PlanReading } from '../../reading/index.ts'
import { readText } from '../../reading/reading.factory.ts'
import type { Draft } from '../corrections/draft.ts'
import { draftFromReading } from '../draft-from-reading.ts'
import { anAction } from '../plan.factory.ts'
import { type Action, NOTHING_SAID } from '../plan.ts'
import { mergeReading } from './merge-reading.ts'

const rowOf = ({ where }: { readonly where: { readonly line?: number } }) => [where.line ?? 0]
const draftOf = (reading: PlanReading) => draftFromReading(reading, NOBODY, newId, rowOf)

async function twoReadings(first = 'Comments', then = 'Measure') {
  const rows = ['| 1.1 | Open a hub | Two hubs | May 2026 |', '| 1.2 | Ring each family | Calls | June 2026 |']
  const table = (names: string) => `# Plan 2026/27\n\n## 1 Aim\n\n${names}\n|---|---|---|---|\n${rows.join('\n')}\n`
  const before = await readText(table(`| Ref | Action | ${first} | When |`), 'plan.md')
  const after = await readText(table(`| Ref | Action | ${then} | When |`), 'plan.md')
  return { before, now: draftOf(before), fresh: draftOf(after) }
}

const merge = (of: Awaited<ReturnType<typeof twoReadings>>, now: Draft, asideRows: readonly number[] = []) =>
  mergeReading({ ...of, now, asideRows: new Set(asideRows) })
const change = (draft: Draft, at: number, said: Partial<Action>): Draft => ({
  ...draft,
  actions: draft.actions.map((action, index) => (index === at ? { ...action, ...said } : action)),
})

describe('a draft whose document is read again', () => {
  test('takes what is read now, and keeps its actions and parts', async () => {
    const of = await twoReadings()
    const merged = merge(of, of.now)
    assert.deepEqual(
      merged.actions.map(({ id, measure }) => [id, measure]),
      [
        [of.now.actions[0]?.id, 'Two hubs'],
        [of.now.actions[1]?.id, 'Calls'],
      ],
    )
    assert.deepEqual(merged.parts, of.now.parts)
  })

  test('read again alike is the same draft', async () => {
    const { before, now } = await twoReadings()
    const merged = mergeReading({ now, before, fresh: draftOf(before), asideRows: new Set() })
    assert.deepEqual(merged, { levelNames: now.levelNames, parts: now.parts, actions: now.actions })
  })

  test('keeps what somebody wrote by hand', async () => {
    const of = await twoReadings()
    const merged = merge(of, change(change(of.now, 0, { measure: 'Six hubs' }), 1, { text: 'Ring every family' }))
    assert.deepEqual(
      merged.actions.map(({ text, measure }) => [text, measure]),
      [
        ['Open a hub', 'Six hubs'],
        ['Ring every family', 'Calls'],
      ],
    )
  })

  test('told that a column holds the comments, takes them, and keeps what somebody corrected in one', async () => {
    const of = await twoReadings('Measure', 'Comments')
    const merged = merge(
      of,
      change(of.now, 1, { said: { ...NOTHING_SAID, impactRating: { text: 'Late', key: 'red' } } }),
    )
    assert.deepEqual(
      merged.actions.map(({ said }) => [said.narrative, said.impactRating?.key ?? null]),
      [
        ['Two hubs', null],
        ['Calls', 'red'],
      ],
    )
  })

  test('keeps a heading’s words that somebody mended', async () => {
    const of = await twoReadings()
    const parts = of.now.parts.map((part) => ({ ...part, title: 'A good aim', why: 'It matters' }))
    const merged = merge(of, { ...of.now, parts })
    assert.deepEqual(merged.parts, parts)
    assert.equal(merged.actions[0]?.partId, parts[0]?.id)
  })

  test('keeps an action added by hand where it stood, and leaves set aside what was set aside', async () => {
    const of = await twoReadings()
    const [first, second] = of.now.actions
    assert.ok(first && second)
    const own = anAction({ text: 'Our own' })
    const row = second.source?.rows?.[0] ?? -1
    const merged = merge(of, { ...of.now, actions: [first, own] }, [row])
    assert.deepEqual(
      merged.actions.map(({ text }) => text),
      ['Open a hub', 'Our own'],
    )
  })
})
