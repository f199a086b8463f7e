import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { findGroups, readLeads } from './read-leads.ts'

const CELLS = [
  'Safe Places group Ann Lee',
  'FOH Ann Lee/Bob Ray',
  'Steering group',
  'Youth Cabinet',
  'Play Board (PLB)',
]
const known = findGroups(CELLS)

/** Invented cells, in the shapes of real ones. */
const CASES: Readonly<Record<string, readonly (readonly [cell: string, leads: string])[]>> = {
  'groups and people': [
    ['Ann Lee', 'person Ann Lee'],
    ['Learning Alliance Ann Lee/Bob Ray', 'group Learning Alliance; person Ann Lee; person Bob Ray'],
    ['First Offer of Help (FOH) Ann Lee', 'group First Offer of Help (FOH); person Ann Lee'],
    ['FOH Ann Lee/Maria De Souza', 'group FOH; person Ann Lee; person Maria De Souza'],
    ['Steering group/full board', 'group Steering group; group full board'],
    ['Safe Places Ann Lee', 'group Safe Places; person Ann Lee'],
    ['Safe Places group Head of CARE', 'group Safe Places group; post Head of CARE'],
    ['Health Board (HB) Ann Lee Bob Ray', 'group Health Board (HB); person Ann Lee; person Bob Ray'],
    ['Borough Skills & Learning Board Ann Lee', 'group Borough Skills & Learning Board; person Ann Lee'],
    ['PLB', 'group PLB'],
    ['Play and Arts Board', 'group Play and Arts Board'],
    ['Local Play System', 'group Local Play System'],
    ['Toy Governance Hub; Youth Forum', 'group Toy Governance Hub; group Youth Forum'],
    ['Leadership Team & Staff Play Committee', 'group Leadership Team; group Staff Play Committee'],
    ['PLB with CDX Council and ABC', 'group PLB; group CDX Council; organisation ABC'],
  ],
  posts: [
    ['Ann Lee, Head of Early Years, ABC', 'person Ann Lee; post Head of Early Years; organisation ABC'],
    ['Ann Lee, Head of Quality ABC', 'person Ann Lee; post Head of Quality; organisation ABC'],
    ['Ann Lee (Head of Play)', 'person Ann Lee; post Head of Play'],
    ['Ann Lee Head of Play', 'person Ann Lee; post Head of Play'],
    ['Detective Inspector Ann Lee', 'post Detective Inspector; person Ann Lee'],
    ['DCS, DPH and Play Specialists', 'post DCS; post DPH; post Play Specialists'],
    ['AD Family Help', 'post AD Family Help'],
    ['All Service Managers', 'post All Service Managers'],
    ['Lead for Toy Libraries', 'post Lead for Toy Libraries'],
    ['Corporate Lead- Play Supported by Play Manager', 'post Corporate Lead- Play; post Play Manager'],
    ['Commercial Toys and Play Lead', 'post Commercial Toys and Play Lead'],
    ['Head of Family Help and Play Services, ABC', 'post Head of Family Help and Play Services; organisation ABC'],
    [
      'Youth Cabinet and Deputy Chief Executive, ABC',
      'group Youth Cabinet; post Deputy Chief Executive; organisation ABC',
    ],
    ['Head of Youth Service', 'post Head of Youth Service'],
    ['Board Manager', 'post Board Manager'],
    ['Cabinet Member for Play', 'post Cabinet Member for Play'],
    ['School Nurse', 'post School Nurse'],
    ['Head of Play (vacant)', 'post Head of Play (vacant)'],
    ['Head of Play - TBC', 'post Head of Play; unknown TBC'],
  ],
  organisations: [
    ['Ann Lee ABCD', 'person Ann Lee; organisation ABCD'],
    ['Ann Lee - Wessex Police', 'person Ann Lee; organisation Wessex Police'],
    ['Youth Service, Ann Lee', 'organisation Youth Service; person Ann Lee'],
    ['Youth Justice Service Ann Lee', 'organisation Youth Justice Service; person Ann Lee'],
    ['FOH Youth Service', 'group FOH; organisation Youth Service'],
    ['Trading Standards', 'organisation Trading Standards'],
    ['ABC and DEF', 'organisation ABC; organisation DEF'],
    ['ABC*', 'organisation ABC*'],
    [
      'Downland County Council, Downs NHS Foundation Trust',
      'organisation Downland County Council; organisation Downs NHS Foundation Trust',
    ],
    ['Statistics Bureau', 'organisation Statistics Bureau'],
  ],
  'names in their many shapes': [
    ['Ann Lee & Bob Ray', 'person Ann Lee; person Bob Ray'],
    ['Ann Lee, Bob Ray and Cy Coe', 'person Ann Lee; person Bob Ray; person Cy Coe'],
    ['• Ann Lee • Bob Ray', 'person Ann Lee; person Bob Ray'],
    ['Dr. Poe', 'person Dr. Poe'],
    ['Cllr Amina Khan', 'person Cllr Amina Khan'],
    ['A. Lee / B Ray', 'person A. Lee; person B Ray'],
    ['Mary-Ann O’Neill; Marisa van der Berg', 'person Mary-Ann O’Neill; person Marisa van der Berg'],
    ['JANE DOE', 'person JANE DOE'],
    ['Lead: Ann Lee; Support: Bob Ray', 'person Ann Lee; person Bob Ray'],
    ['Ann Lee supported by Bob Ray', 'person Ann Lee; person Bob Ray'],
    ['Ann Lee (Lead)', 'person Ann Lee'],
    ['Ann Lee <ann.lee@borough.example>', 'person Ann Lee; unknown ann.lee@borough.example'],
    ['Kate West', 'person Kate West'],
  ],
  'what cannot be told': [
    ['everyone', 'unknown everyone'],
    ['Lee, Ray, Poe', 'unknown Lee; unknown Ray; unknown Poe'],
    ['Ann Lee: Ray, Coe/Poe', 'person Ann Lee; unknown Ray; unknown Coe; unknown Poe'],
    ['TBC', 'unknown TBC'],
    ['Vacant', 'unknown Vacant'],
    ['Districts & Boroughs', 'unknown Districts & Boroughs'],
    ['All NHS partners', 'unknown All NHS partners'],
    ['SEND', 'unknown SEND'],
    ['', ''],
  ],
}

for (const [what, cases] of Object.entries(CASES)) {
  describe(`a lead’s cell: ${what}`, () => {
    for (const [cell, expected] of cases) {
      test(`“${cell}” is ${expected || 'nobody'}`, () => {
        assert.equal(
          readLeads(cell, known)
            .map(({ kind, text }) => `${kind} ${text}`)
            .join('; '),
          expected,
        )
      })
    }
  })
}

describe('a lead’s cell, whatever it holds', () => {
  const JOINING =
    /^(?:and|with|plus|supported|assisted|led|overseen|by|in|partnership|conjunction|jointly|working|together|along|as|well|support|leads?|owners?|joint|co)$/i
  const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
  const pieces = fc.constantFrom(
    ...Object.values(CASES)
      .flat()
      .flatMap(([cell]) => cell.split(' ')),
    'and',
    '/',
    ',',
    ';',
    '(',
    ')',
    ' - ',
    'Lead:',
    'with',
    '&',
    '•',
  )
  const cells = fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 12 }).map((all) => all.join(' '))

  test('no word is lost but joining words, none is invented, and their order stays', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const kept = readLeads(cell, known)
          .flatMap(({ text }) => words(text))
          .filter((word) => !JOINING.test(word))
        const wanted = words(cell).filter((word) => !JOINING.test(word))
        assert.deepEqual(
          kept,
          wanted.filter(
            (word) =>
              !/^(?:responsible|accountable|consulted|informed|sponsors?|partners?|delivery|contacts?|chair|who|overall|officers?|agency|agencies|organisations?|supporting)$/i.test(
                word,
              ) || kept.includes(word),
          ),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('long or hostile cells are answered', { timeout: 20_000 }, () => {
    for (const unit of ['Ann Lee/', 'and ', '(', ': ', 'a@', 'Ann ', '- ', 'Board ', 'Head of '])
      assert.ok(readLeads(unit.repeat(Math.floor(1_999 / unit.length)), known).length >= 0)
    assert.deepEqual(
      readLeads('x '.repeat(2_000), known).map(({ kind }) => kind),
      ['unknown'],
    )
  })
})
