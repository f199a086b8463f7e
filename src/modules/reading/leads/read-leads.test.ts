import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findGroups, readLeads } from './read-leads.ts'

const CELLS = ['Safe Places group Ann Lee', 'FOH Ann Lee/Bob Ray', 'Steering group', 'Youth Cabinet']
const known = findGroups(CELLS)

describe('a lead’s cell becomes people, posts, groups and organisations', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Ann Lee', 'person Ann Lee'],
    ['Learning Alliance Ann Lee/Bob Ray', 'group Learning Alliance; person Ann Lee; person Bob Ray'],
    ['First Offer of Help (FOH) Ann Lee', 'group First Offer of Help (FOH); person Ann Lee'],
    ['FOH Ann Lee/Maria De Souza', 'group FOH; person Ann Lee; person Maria De Souza'],
    ['Steering group/full board', 'group Steering group; group full board'],
    ['Safe Places Ann Lee', 'group Safe Places; person Ann Lee'],
    ['Safe Places group Head of CARE', 'group Safe Places group; post Head of CARE'],
    ['Health Board (HB) Ann Lee Bob Ray', 'group Health Board (HB); person Ann Lee; person Bob Ray'],
    ['Borough Skills & Learning Board Ann Lee', 'group Borough Skills & Learning Board; person Ann Lee'],
    ['Ann Lee, Head of Early Years, ABC', 'person Ann Lee; post Head of Early Years; organisation ABC'],
    ['Ann Lee, Head of Quality ABC', 'person Ann Lee; post Head of Quality; organisation ABC'],
    ['Ann Lee ABCD', 'person Ann Lee; organisation ABCD'],
    ['Ann Lee - Wessex Police', 'person Ann Lee; organisation Wessex Police'],
    ['Ann Lee & Bob Ray', 'person Ann Lee; person Bob Ray'],
    [
      'Youth Cabinet and Deputy Chief Executive, ABC',
      'group Youth Cabinet; post Deputy Chief Executive; organisation ABC',
    ],
    ['Youth Service, Ann Lee', 'organisation Youth Service; person Ann Lee'],
    ['Youth Justice Service Ann Lee', 'organisation Youth Justice Service; person Ann Lee'],
    ['FOH Youth Service', 'group FOH; organisation Youth Service'],
    ['Head of Youth Service', 'post Head of Youth Service'],
    ['everyone', 'unknown everyone'],
    ['', ''],
  ]
  for (const [cell, expected] of cases) {
    test(`“${cell}” is ${expected || 'nobody'}`, () => {
      assert.equal(
        readLeads(cell, known)
          .map((lead) => `${lead.kind} ${lead.text}`)
          .join('; '),
        expected,
      )
    })
  }
})
