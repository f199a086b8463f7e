import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { wordsLost } from './reading.factory.ts'
import { readShared, sharedFolder, skipWithout } from './shared-documents.factory.ts'

const PLANS = sharedFolder('examples/plans')
const TRUTH = sharedFolder('examples/truth')
const skip = skipWithout(PLANS)
const readExample = (number: string) => readShared(PLANS, number)

describe('other organisations’ plans', { skip }, () => {
  for (const number of ['08', '12', '15']) {
    test(`no word of plan ${number} is lost`, async () => {
      const { text, reading } = await readExample(number)
      const source = text.replace(/&#?\w+;/g, ' ').replace(/<\/?(?:sup|sub|span|div|small|em)>/gi, ' ')
      assert.deepEqual(wordsLost(source, reading), [])
    })
  }

  test('a plan whose “milestones” are its actions has as many as its hand count, under each of its 20 headings', async () => {
    const { reading } = await readExample('08')
    const truth = readTruth('08-gsa-fds-2020.json')
    assert.equal(reading.actions.length, truth.actions)
    const counted = reading.parts
      .filter((part) => part.ref !== null)
      .map((part) => [part.ref, reading.actions.filter((action) => action.part === part.id).length])
    assert.deepEqual(Object.fromEntries(counted), truth.actions_by_objective)
  })

  test('a Word plan of one action per objective has its five actions', async () => {
    const { reading } = await readExample('07')
    const truth = readTruth('07-norwich-ndhs-wellbeing.json')
    assert.equal(reading.actions.length, truth.actions)
    assert.equal(reading.parts.length, truth.objectives)
  })

  test('a plan of one card per action has its four actions, whatever a page cut from them', async () => {
    const { reading } = await readExample('15')
    assert.deepEqual(
      reading.actions.map(({ ref, text, leadWords }) => [ref, text, leadWords]),
      readCards('15-dublin-ccc-cards.json').map(({ ref, text, owner }) => [ref, text.replaceAll(' / ', ' '), owner]),
    )
  })

  test('a workbook with a machine’s column names has its 71 actions, under the ten it is sorted by', async () => {
    const { reading } = await readExample('09')
    const truth = readTruth('09-wsx-smokefree-2020-tsv.json')
    assert.equal(reading.actions.length, truth.actions)
    const counted = reading.parts.map(({ id, ref }) => [ref, reading.actions.filter(({ part }) => part === id).length])
    assert.deepEqual(Object.fromEntries(counted), truth.actions_by_objective)
    for (const label of readCards('09-wsx-smokefree-2020-tsv.json')) {
      const action = reading.actions.find(({ ref }) => ref === label.ref)
      assert.deepEqual(
        [action?.text, action?.measure, action?.timescale?.text, action?.leadWords, action?.progressRating?.text ?? ''],
        [label.text, label.measure, label.timescale, label.owner, label.rating].map((text) =>
          text?.replace(/\s+/g, ' '),
        ),
      )
    }
  })

  test('a strategy of numbered objectives has its 45, whole where a page cut them, and its measures under each theme', async () => {
    const { reading } = await readExample('12')
    const truth = readTruth('12-leeds-lch-workforce.json')
    const themes = reading.parts.filter((part) => part.ref !== null)
    const counted = themes.map((part) => [part.ref, reading.actions.filter((action) => action.part === part.id).length])
    assert.deepEqual(Object.fromEntries(counted), truth.actions_by_objective)
    assert.ok(reading.actions.every((action) => action.measure === null && action.timescale === null))
    assert.ok(themes.every((part) => part.success !== null))
  })
})

type Card = Readonly<Record<'ref' | 'text' | 'measure' | 'timescale' | 'owner' | 'rating', string>>

function readCards(name: string): Card[] {
  const truth = JSON.parse(readFileSync(new URL(name, TRUTH.url), 'utf8'))
  return [truth.first_action, ...truth.three_random_actions, truth.last_action]
}

type Truth = {
  readonly actions: number
  readonly objectives: number
  readonly actions_by_objective?: Record<string, number>
}

function readTruth(name: string): Truth {
  return JSON.parse(readFileSync(new URL(name, TRUTH.url), 'utf8'))
}
