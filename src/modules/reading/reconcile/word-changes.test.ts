import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { changesInWords, wordChanges } from './word-changes.ts'

describe('what was changed between two texts', () => {
  test('a word replaced is said as cut and added', () => {
    const changes = wordChanges('Support, challenge and improve parenting', 'Support challenge and change parenting')
    assert.deepEqual(changes, [
      { kind: 'same', words: 'Support challenge and' },
      { kind: 'cut', words: 'improve' },
      { kind: 'added', words: 'change' },
      { kind: 'same', words: 'parenting' },
    ])
    assert.equal(changesInWords(changes), 'cut “improve”; added “change”')
  })

  test('a comma or a capital is no change', () => {
    assert.equal(changesInWords(wordChanges('Open a hub, in every ward', 'open a Hub in every ward.')), '')
  })

  test('no word of either text is lost, and each stays in its order', () => {
    const text = fc.array(fc.constantFrom('open', 'a', 'hub', 'in', 'every', 'ward', '–', '<b>'), { maxLength: 14 })
    fc.assert(
      fc.property(text, text, (one, two) => {
        const changes = wordChanges(one.join(' '), two.join(' '))
        const of = (...kinds: readonly string[]) =>
          changes
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ words }) => words)
            .join(' ')
        assert.equal(of('same', 'added'), two.join(' '))
        assert.equal(of('same', 'cut').split(' ').length, Math.max(1, one.length))
      }),
    )
  })

  test('a text too long to be told apart word by word is shown whole', () => {
    const long = Array.from({ length: 700 }, (_, at) => `word${at}`).join(' ')
    assert.deepEqual(
      wordChanges(long, 'short').map(({ kind }) => kind),
      ['cut', 'added'],
    )
  })
})
