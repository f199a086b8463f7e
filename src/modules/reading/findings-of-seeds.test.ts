import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readShared, sharedFolder, skipWithout } from './shared-documents.factory.ts'

const seeds = sharedFolder('seeds')

describe('what is asked of the real documents', { skip: skipWithout(seeds) }, () => {
  const findings = async (number: string) => (await readShared(seeds, number)).reading.findings
  const asks = async (number: string, code: string, message: RegExp) => {
    const found = (await findings(number)).filter((finding) => finding.code === code)
    assert.ok(
      found.some((finding) => message.test(finding.message)),
      found.map((finding) => finding.message).join('\n'),
    )
  }

  test('the annual report is asked about the words that its figures do not bear out', async () => {
    await asks('001', 'statement-comparison', /“compares favourably to”.*9% and 12%.*attainment/)
    await asks('001', 'statement-gap', /54%.*89 − 13 = 76/)
    await asks('001', 'statement-share', /42,800 of 157,700.*27\.1%/)
    await asks('001', 'statement-no-comparator', /“similar to the regional [^”]*”.*5\.4%/)
    await asks('001', 'statement-told-twice', /not in education.*“above England.*“similar to/)
    await asks('001', 'statement-small-number', /“2 children”/)
    await asks('001', 'statement-sum', /76.*55 \+ 5 = 60.*other 16/)
  })

  test('it is asked little else: a board would read all of it', async () => {
    const statements = (await findings('001')).filter(({ code }) => code.startsWith('statement-'))
    assert.ok(statements.length <= 25, `${statements.length}`)
    for (const { where } of statements) assert.ok(where, 'each says where it stands')
  })

  test('a plan without figures is asked nothing about figures', async () => {
    assert.deepEqual(
      (await findings('002')).filter(({ code }) => code.startsWith('statement-')),
      [],
    )
  })

  test('72 of 82 measures are a document or a process, each beside its field', async () => {
    const documents = (await findings('000')).filter(({ code }) => code === 'measure-is-a-document')
    assert.equal(documents.length, 72)
    assert.ok(documents.every(({ field, action, why }) => field === 'measure' && action !== null && why))
    await asks('000', 'measures-mostly-documents', /^72 of the 82 measures/)
  })

  test('another authority’s name and a year that cannot be are asked about', async () => {
    await asks('002', 'place-elsewhere', /“Hampshire school system” speaks of Hampshire in a plan of Thurrock/)
    await asks('000', 'impossible-period', /2106/)
  })

  test('no seed gives a board manager three hundred findings', async () => {
    for (const number of ['000', '001', '002', '003', '004']) {
      const { length } = await findings(number)
      assert.ok(length < 160, `${number}: ${length}`)
    }
  })
})
