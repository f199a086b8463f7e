import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { LeadKind, LeadReading } from '../plan-reading.ts'
import { readShared, sharedFolder, skipWithout } from '../shared-documents.factory.ts'
import { findGroups, readLeads } from './read-leads.ts'

/** A person's labels of real lead cells, in the documents' order: one letter for each lead, one word for each cell. */
const LETTERS: Readonly<Record<LeadKind, string>> = {
  person: 'p',
  post: 't',
  group: 'g',
  organisation: 'o',
  unknown: 'u',
}
const SEEDS: Readonly<Record<string, string>> = {
  '000': `gpp gpp gpp gpp gpp gpp gpp gpp ggpp gp gp gp gp gp gp gp gp gp gp gp gp gp gp gp gpp gp gpp gpp gpp gp gp gg gp gpp gp p p gp gp gp gp gp
    gp gp gp gp gp gp gp gp gpp gp gp gt gt t g gt gt gt gp gp gp gp gp gt gp gp gp gp gp gp gp gp gp gt gp gt gt gt gp gt`,
  '004': `pto pto pto pto pt uo pto pto pto pto pto pto pto pt pto pto pto popo pto pto po pto gto pto po po pgoo po po pgoo`,
}
const OWNERS: Readonly<Record<string, string>> = {
  '01': 't t tttt t u t g t t t t t',
  '02': 'p p p g pp gt',
  '07': 'gg',
  '08': 'o t o o o o g oo o',
  '09': 'g o o u o u u o o',
  '15': 'o o o',
}

describe('the leads of real plans are read as a person labelled them', () => {
  const seeds = sharedFolder('seeds')
  for (const [number, labels] of Object.entries(SEEDS)) {
    test(`every lead of plan ${number}`, { skip: skipWithout(seeds) }, async () => {
      const { reading } = await readShared(seeds, number)
      assert.deepEqual(
        reading.actions.map(({ leads }) => lettersOf(leads)),
        labels.split(/\s+/),
      )
    })
  }

  const truth = sharedFolder('examples/truth')
  test('at least 97 of a hundred owners that hand labels list', { skip: skipWithout(truth) }, (t) => {
    let [right, all] = [0, 0]
    for (const [number, labels] of Object.entries(OWNERS)) {
      const owners = ownersIn(
        readFileSync(new URL(truth.names.find((name) => name.startsWith(number)) ?? '', truth.url), 'utf8'),
      )
      const known = findGroups(owners)
      for (const [index, label] of labels.split(' ').entries()) {
        const read = lettersOf(readLeads(owners[index] ?? '', known))
        all++
        if (read === label) right++
        else t.diagnostic(`${number}: “${owners[index]}” wanted ${label}, read ${read}`)
      }
    }
    t.diagnostic(`${right} of ${all} owners`)
    assert.ok(right >= all * 0.97)
  })
})

function ownersIn(json: string): string[] {
  const truth: { owners?: string[] } = JSON.parse(json)
  return truth.owners ?? []
}

function lettersOf(leads: readonly LeadReading[]): string {
  return leads.map(({ kind }) => LETTERS[kind]).join('')
}
