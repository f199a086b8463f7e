import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readFontCover } from './font-cover.ts'
import { printableText, STAND_IN } from './printable-text.ts'

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
)
const covers = readFontCover(readFileSync(font))
const print = (text: string) => printableText(text, covers).text

describe('what the typeface covers', () => {
  test('letters of the languages of these islands and of Europe are in it', () => {
    for (const letter of 'aZ09 Ŵŵŷẃ Łódź șțěű αΩ Жя →≥½£€•✓✗□') assert.ok(covers(letter.codePointAt(0) ?? 0), letter)
  })
  test('a script it does not have is not claimed', () => {
    for (const letter of 'ا中あ') assert.ok(!covers(letter.codePointAt(0) ?? 0), letter)
  })
  test('bytes that are no font are refused', () => {
    assert.throws(() => readFontCover(new Uint8Array(400)), RangeError)
  })
})

describe('imported words on paper', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['plain words stay as they are', 'Early help: 61 of 82 (74%)', 'Early help: 61 of 82 (74%)'],
    ['code stays text', '<script>{{x}} #eval("1") =cmd()', '<script>{{x}} #eval("1") =cmd()'],
    ['Welsh, Polish and Greek keep their letters', 'Ŵyn Łódź αβ', 'Ŵyn Łódź αβ'],
    ['letters with loose accents are joined', 'w\u0302yn', 'ŵyn'],
    ['a letter that the typeface has only in pieces is drawn of them', 'Ǩa', 'K\u030ca'],
    ['control characters go', 'a\u0000b\u0007c\u001b[0m', 'abc[0m'],
    ['direction marks go, so that no word is turned round', 'a\u202eb\u202c\u2066c\u2069\ufeff', 'abc'],
    ['soft hyphens and joiners go', 'part\u00adner\u200bship\u200d', 'partnership'],
    ['every kind of line end is one line end', 'a\r\nb\rc\u2028d\u000be', 'a\nb\nc\nd\ne'],
    ['tabs become spaces', 'a\tb', 'a b'],
    ['bullets of Word become bullets', '\uf0b7 one \uf0a7 two', '• one • two'],
    ['ticks and crosses keep their meaning', '✅ ❌ \uf0fc ☒', '✓ ✗ ✓ ✗'],
    ['coloured discs say their colour', '🔴 🟢', '(red) (green)'],
    ['wide letters become plain ones', 'Ｔｒｅｌｌｉｓ', 'Trellis'],
    ['a family of emoji is one stand-in', '👩‍👩‍👧‍👦!', `${STAND_IN}!`],
    ['half a character is a stand-in', 'a\ud800b', `a${STAND_IN}b`],
  ]
  for (const [sentence, given, expected] of cases) test(sentence, () => assert.equal(print(given), expected))

  test('stand-ins are counted, and a box of the source is not', () => {
    assert.equal(printableText('□ 中文', covers).standIns, 2)
  })
  test('whatever comes in, only characters with a shape come out, and a second pass changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        const text = print(given)
        for (const character of text.replaceAll('\n', '')) assert.ok(covers(character.codePointAt(0) ?? 0))
        assert.equal(print(text), text)
      }),
      { numRuns: 500 },
    )
  })
})
