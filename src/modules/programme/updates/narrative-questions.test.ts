import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { narrativeQuestions } from './narrative-questions.ts'

const asked = (narrative: string, lastTime: string | null = null) =>
  narrativeQuestions(narrative, lastTime).map(({ words, message }) => `${words} | ${message}`)

describe('gentle questions about a narrative', () => {
  test('a phrase that could be said of anything is shown and asked about', () => {
    assert.match(asked('Work is ongoing with partners across the area')[0] ?? '', /^Work is ongoing \| What was done/)
    assert.match(asked('Good progress has been made by the partners')[0] ?? '', /^Good progress has been made \|/)
  })

  test('a sentence that carries a number or a date is not asked about', () => {
    assert.deepEqual(asked('Two hubs are open.'), [])
    assert.deepEqual(asked('On track: the hub opens in May.'), [])
  })

  test('the words of last time again, however they are spaced and cased, are asked about', () => {
    const said = 'The hub opened on 3 May and 40 families came'
    assert.match(asked(said, ' the hub OPENED on 3 may, and 40 families came. ').join(), /words of last time/)
    assert.deepEqual(asked(said, 'The hub opened on 3 May'), [])
  })

  test('few words, and words without a number or date, are asked about', () => {
    assert.match(asked('Done.').join(), /This is short.*No number and no date/)
    assert.match(asked('The partners have met and agreed the way forward').join(), /No number and no date/)
    assert.deepEqual(asked(''), [])
  })

  test('every question shows words of the narrative', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (narrative, lastTime) =>
        narrativeQuestions(narrative, lastTime).every(({ words }) => narrative.includes(words)),
      ),
    )
  })
})
