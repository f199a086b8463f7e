import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readText } from '../reading.factory.ts'
import { type Comparable, comparableFrom } from './comparable.ts'
import { aDocument, aRow } from './invented-documents.factory.ts'
import { disagrees, reconcileDocuments } from './reconcile-documents.ts'
import { headline } from './reconciliation-words.ts'

const TEXTS = [
  'Open a toy library',
  'Train foster carers',
  'Review speech clinics',
  'Publish a sleep guide',
  'Audit school meals',
]
const PLAN = aDocument(TEXTS.map((text, at) => aRow({ id: `p${at + 1}`, ref: `1.${at + 1}`, text })))

function aReport(narratives: readonly (string | null)[], overrides: Partial<Comparable> = {}): Comparable {
  const rows = narratives.map((narrative, at) =>
    aRow({ id: `r${at + 1}`, ref: `2.${at + 1}`, text: TEXTS[at] ?? '', narrative }),
  )
  return aDocument(rows, { name: 'report.md', ...overrides })
}

function aClaim(figure: number, about: string, text = `${figure} ${about}`) {
  return { figure, about, text, where: { line: 1 } }
}

describe('totals claimed against totals counted', () => {
  const report = aReport(
    ['This has been completed', 'Completed', 'Carried forward to the 2027/28 plan', 'No update received', 'Well liked'],
    { claims: [aClaim(4, 'actions'), aClaim(2, 'completed'), aClaim(3, 'further-work'), aClaim(6, 'pillars')] },
  )
  const result = reconcileDocuments(PLAN, report)

  test('each claim has the count beside it, its denominator and its members', () => {
    assert.deepEqual(
      result.claims.checked.map(({ claimed, counted, agrees, of, members }) => ({
        claimed,
        counted,
        agrees,
        of,
        members,
      })),
      [
        { claimed: 4, counted: 5, agrees: false, of: 5, members: ['r1', 'r2', 'r3', 'r4', 'r5'] },
        { claimed: 2, counted: 2, agrees: true, of: 5, members: ['r1', 'r2'] },
        { claimed: 3, counted: 1, agrees: false, of: 5, members: ['r3'] },
      ],
    )
  })

  test('a total of what cannot be counted is said not to be checked', () => {
    assert.deepEqual(
      result.claims.notChecked.map(({ about }) => about),
      ['pillars'],
    )
  })

  test('rows that do not say how they ended are never counted as completed', () => {
    assert.match(result.claims.checked[1]?.note ?? '', /1 more of the 5 rows do not say/)
  })

  test('who is unaccounted for is named, with the reason', () => {
    assert.deepEqual(
      result.unaccounted.map(({ report: row, why }) => [row, why]),
      [
        ['r4', 'not-reported'],
        ['r5', 'says-no-end'],
      ],
    )
  })

  test('the headline says the claim and both counts first', () => {
    assert.equal(headline(result)[0], 'The report says 4 actions; its table and the plan both have 5.')
    assert.ok(disagrees(result))
  })
})

test('a report that says nothing of any row is still a report when it claims outcomes, and every row is unaccounted for', () => {
  const report = aReport([null, null, null, null, null], { claims: [aClaim(5, 'completed')] })
  const { unaccounted } = reconcileDocuments(PLAN, report)
  assert.deepEqual(
    unaccounted.map(({ why }) => why),
    TEXTS.map(() => 'says-nothing'),
  )
})

describe('how a row ended', () => {
  const endingOf = (row: Partial<Comparable['rows'][number]>, key: Comparable['ratingKey'] = []) => {
    const report = aDocument([aRow({ id: 'r1', ...row })], { ratingKey: key })
    return reconcileDocuments(aDocument([aRow({ id: 'p1' })]), report).endings.get('r1')
  }

  test('a narrative outweighs a rating, and when they differ it is a question', () => {
    const ending = endingOf({
      narrative: 'This is deferred until next year',
      progressRating: { text: 'Complete', key: null },
    })
    assert.equal(ending?.kind, 'carried-forward')
    assert.equal(ending?.from, 'narrative')
    assert.deepEqual(ending?.alsoSays, [{ kind: 'completed', words: 'Complete' }])
  })

  test('an ending that a person told outweighs every word, and so does none', () => {
    const narrative = 'This is deferred until next year'
    assert.deepEqual(endingOf({ narrative, toldEnding: 'stopped' }), {
      kind: 'stopped',
      words: '',
      from: 'told',
      alsoSays: [],
    })
    assert.equal(endingOf({ narrative, toldEnding: null }), undefined)
  })

  test('a rating’s words are a weaker source, and said to be one', () => {
    assert.deepEqual(endingOf({ progressRating: { text: 'Completed', key: null } }), {
      kind: 'completed',
      words: 'Completed',
      from: 'rating',
      alsoSays: [],
    })
  })

  test('a colour means what the document’s own key says, and nothing without one', () => {
    const blue = { progressRating: { text: 'B', key: 'blue' as const } }
    assert.equal(endingOf(blue), undefined)
    assert.equal(endingOf(blue, [{ key: 'blue', text: 'Complete and sustained' }])?.kind, 'completed')
    assert.equal(endingOf(blue, [{ key: 'blue', text: 'Project suspended' }])?.kind, 'stopped')
  })

  test('carried forward because still in progress is one thing, not two', () => {
    const ending = endingOf({ narrative: 'Work is ongoing and will be carried forward to 2027/28' })
    assert.deepEqual([ending?.kind, ending?.alsoSays], ['carried-forward', []])
  })
})

describe('where the promised items went', () => {
  const report = aReport([
    'Carried forward to the 2027/28 plan',
    'c/f to next year',
    'This has been completed',
    'Deferred until next year',
    'Completed',
  ])
  const next = aDocument([aRow({ id: 'n1', text: 'Open a toy library in each ward' })], {
    passages: [
      { kind: 'prose', text: 'We will go on to train all our foster carers. Schools matter.', where: { line: 7 } },
      { kind: 'heading', text: 'A guide to the area', where: { line: 2 } },
    ],
  })
  const { promised } = reconcileDocuments(report, next)

  test('one is taken up, one is perhaps in the prose, one has left no trace', () => {
    assert.deepEqual(
      promised.map(({ row, answer }) => [row, answer]),
      [
        ['r1', 'taken-up'],
        ['r2', 'perhaps'],
        ['r4', 'no-trace'],
      ],
    )
  })

  test('the words that promised and the nearest passage are shown, with why it is not the thing', () => {
    const [, perhaps, lost] = promised
    assert.equal(perhaps?.nearest?.text, 'We will go on to train all our foster carers.')
    assert.equal(lost?.words, 'Deferred until next year')
    assert.match(lost?.nearest?.why ?? '', /has “guide”.*does not have/)
  })

  test('what was finished is not missed, and what had no end is', () => {
    const open = reconcileDocuments(
      aReport(['This has been completed', 'Going well', 'No update received', 'Completed', 'Completed']),
      next,
    )
    assert.deepEqual(
      open.unaccounted.map(({ plan }) => plan),
      ['p2', 'p3'].map((id) => id.replace('p', 'r')),
    )
  })
})

test('documents in other shapes are reconciled too: a list without references against a table', async () => {
  const plan = await readText(
    '# Play plan\n\n| Ref | Action | Lead |\n|---|---|---|\n| 1.1 | Open a toy library | Ama |\n| 1.2 | Mend the slide | Ben |\n',
  )
  const report = await readText(
    '# Play report\n\n| Action | Progress to date |\n|---|---|\n| Mend the slide | This has been completed |\n| Open a toy library | No update received |\n',
  )
  const result = reconcileDocuments(comparableFrom(plan), comparableFrom(report))
  const textOf = (side: Comparable, id: string) => side.rows.find((row) => row.id === id)?.text
  assert.deepEqual(
    result.pairs.map((pair) => [textOf(result.plan, pair.plan), textOf(result.report, pair.report), pair.renumbered]),
    [
      ['Open a toy library', 'Open a toy library', false],
      ['Mend the slide', 'Mend the slide', false],
    ],
  )
})
