import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Demand, domainOf, lacking, NOTHING_DEMANDED } from './lacking.ts'

const FACTOR: Demand = { demanded: 'second-factor', domains: [] }
const ORGANISATION: Demand = { demanded: 'single-sign-on', domains: ['police.example'] }
const WAYS = [null, 'password', 'link', 'passkey', 'second-factor', 'single-sign-on', 'a way of tomorrow']

describe('what a session lacks', () => {
  test('nothing, where nothing is demanded', () => {
    for (const way of WAYS) assert.equal(lacking(NOTHING_DEMANDED, way, 'lena@police.example'), null)
  })

  test('where a second factor is demanded, a password or a link alone is not enough', () => {
    const lacks = WAYS.map((way) => lacking(FACTOR, way, 'lena@police.example'))
    const weak = 'second-factor'
    assert.deepEqual(lacks, [weak, weak, weak, null, null, null, weak])
  })

  test('where single sign-on is demanded, whoever has it comes by it and by nothing else', () => {
    const lacks = WAYS.map((way) => lacking(ORGANISATION, way, 'Lena@POLICE.example'))
    const weak = 'single-sign-on'
    assert.deepEqual(lacks, [weak, weak, weak, weak, weak, null, weak])
  })

  test('where single sign-on is demanded, whoever has none gives a second factor', () => {
    for (const email of ['lena@charity.example', 'lena@not-police.example', 'lena@police.example.evil.example', ''])
      assert.deepEqual(
        WAYS.map((way) => lacking(ORGANISATION, way, email)),
        WAYS.map((way) => lacking(FACTOR, way, email)),
      )
  })

  test('the domain of an address is what follows its last @', () => {
    assert.equal(domainOf(' "a@police.example"@Charity.Example '), 'charity.example')
    for (const none of ['', 'lena', 'lena@', 'lena@a b']) assert.equal(domainOf(none), '')
  })
})
