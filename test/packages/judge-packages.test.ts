import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { DAYS_TO_REPLACE, firstNewer, judgePackages, MOST_DAYS_BEHIND } from './judge-packages.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const ADDRESS = 'https://advisories.example/1'
const WEAK = { name: 'left', severity: 'high', address: ADDRESS } as const
const judge = (of: Partial<Parameters<typeof judgePackages>[0]>, today: string) =>
  judgePackages({ weak: [], noted: [], behind: [], ...of }, day(today))

describe('packages', () => {
  test('that are weak are written down, and replaced in the days that their severity allows', () => {
    const noted = [{ address: ADDRESS, since: day('2014-10-01') }]
    assert.match(judge({ weak: [WEAK] }, '2014-10-01')[0] ?? '', /^left is weak \(high, .*does not say so\.$/)
    assert.deepEqual(judge({ weak: [WEAK], noted }, '2014-10-08'), [])
    assert.match(judge({ weak: [WEAK], noted }, '2014-10-09')[0] ?? '', /was to be replaced by 2014-10-08\.$/)
    assert.deepEqual(judge({ weak: [{ ...WEAK, severity: 'low' }], noted }, '2014-12-30'), [])
  })

  test('stay behind a newer version only so long', () => {
    const behind = [{ name: 'left', version: '1.0.0', since: day('2014-01-01') }]
    assert.deepEqual(judge({ behind }, '2014-06-30'), [])
    assert.match(judge({ behind }, '2014-07-01')[0] ?? '', /^left 1\.0\.0 has had a newer version since 2014-01-01/)
  })

  test('are behind from the day of the first higher version that is not for trying out', () => {
    const times = {
      created: '2013-01-01T00:00:00Z',
      '1.9.0': '2013-01-01T00:00:00Z',
      '1.10.0': '2013-02-01T00:00:00Z',
      '2.0.0-beta.1': '2013-03-01T00:00:00Z',
      '2.0.0-beta.2': '2013-04-01T00:00:00Z',
      '1.9.1': '2013-05-01T00:00:00Z',
      '2.0.0': '2013-06-01T00:00:00Z',
    }
    assert.equal(String(firstNewer('1.9.0', times)), '2013-02-01')
    assert.equal(String(firstNewer('1.10.0', times)), '2013-06-01')
    assert.equal(String(firstNewer('2.0.0-beta.1', times)), '2013-04-01')
    assert.equal(firstNewer('2.0.0', times), null)
  })

  test('are promised on the page what is held here', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/methods/packages.md'), 'utf8')
    for (const [severity, days] of Object.entries(DAYS_TO_REPLACE))
      assert.match(page, new RegExp(`^\\| ${severity} \\| ${days} days \\|`, 'm'))
    assert.ok(page.includes(`more than ${MOST_DAYS_BEHIND} days behind`))
  })
})
