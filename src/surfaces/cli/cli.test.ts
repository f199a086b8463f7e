import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { run } from './run.ts'

const PLAN = `# Play Plan 2026-27

| Ref | Action | Measure | Timescale | Lead |
| --- | --- | --- | --- | --- |
| 1.1 | Open a toy library | 200 families join | September 2026 | Ama Boateng |
| 1.2 | Mend the slide | Report | March 2027 | Play Group |
`

const REPORT = `# Play report 2026-27

A total of 3 actions formed the plan. 2 were completed.

| Ref | Action | Lead | Progress to date |
| --- | --- | --- | --- |
| 2.1 | Open a toy library | Ama Boateng | This has been completed |
| 2.2 | Mend the slide | Play Group | No update received |
`

describe('the command line', () => {
  let folder = ''
  let plan = ''
  let report = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-cli-'))
    plan = join(folder, 'play plan.md')
    await writeFile(plan, PLAN)
    report = join(folder, 'report.md')
    await writeFile(report, REPORT)
  })
  after(() => rm(folder, { recursive: true }))

  it('reads a plan and prints one JSON document and nothing else', async () => {
    const { code, out, error } = await trellis('read', plan, '--json')
    const reading = JSON.parse(out)
    assert.equal(code, 0)
    assert.equal(error, '')
    assert.deepEqual(
      reading.actions.map((action: { ref: string; text: string }) => [action.ref, action.text]),
      [
        ['1.1', 'Open a toy library'],
        ['1.2', 'Mend the slide'],
      ],
    )
  })

  it('reads a plan in words for a person', async () => {
    const { out } = await trellis('read', plan)
    assert.match(out, /2 actions/)
    assert.match(out, /September 2026 = 30 September 2026/)
  })

  it('asks what a careful colleague would, and fails on it only when told to', async () => {
    assert.equal((await trellis('lint', plan)).code, 0)
    const strict = await trellis('lint', plan, '--fail', '--json')
    assert.equal(strict.code, 1)
    assert.ok(JSON.parse(strict.out).length > 0)
  })

  it('understands a timescale', async () => {
    const words = ['timescale', 'Quarterly Oct & Jan', '--from', '2026-04-01', '--to', '2027-03-31']
    const reading = JSON.parse((await trellis(...words, '--json')).out)
    assert.equal(reading.kind, 'recurring')
    assert.deepEqual(
      reading.due.map((due: { on: string }) => due.on),
      ['2026-10-31', '2027-01-31'],
    )
    assert.match((await trellis(...words)).out, /31 October 2026 and 31 January 2027/)
  })

  it('holds a report against its plan, and prints the stable shape', async () => {
    const { code, out } = await trellis('reconcile', plan, report, '--json')
    const { pairs, planOnly, reportOnly, disposals, claims } = JSON.parse(out)
    assert.equal(code, 0)
    assert.deepEqual(
      pairs.map((pair: Record<string, unknown>) => [
        pair.plan,
        pair.report,
        pair.renumbered,
        pair.reworded,
        pair.confidence,
      ]),
      [
        ['1.1', '2.1', true, false, 'sure'],
        ['1.2', '2.2', true, false, 'sure'],
      ],
    )
    assert.deepEqual([planOnly, reportOnly], [[], []])
    assert.deepEqual([disposals.completed, disposals['not-reported']], [['2.1'], ['2.2']])
    assert.deepEqual(
      claims.map((claim: Record<string, unknown>) => [claim.claimed, claim.counted, claim.agrees]),
      [
        [3, 2, false],
        [2, 1, false],
      ],
    )
  })

  it('says a comparison in words, and fails on what does not add up only when told to', async () => {
    const { code, out } = await trellis('reconcile', plan, report, '--fail')
    assert.equal(code, 1)
    assert.match(out, /^The report says 3 actions; its table and the plan both have 2\./)
    assert.match(out, /Not reported, 1 of the report’s 2: 2\.2/)
    assert.equal((await trellis('reconcile', plan, plan, '--fail')).code, 0)
  })

  it('writes a plan in another format, which reads back to the same plan', async () => {
    const before = JSON.parse((await trellis('read', plan, '--json')).out)
    for (const format of ['xlsx', 'ods', 'csv', 'docx', 'md', 'json']) {
      const file = join(folder, `out.${format}`)
      const { code, out } = await trellis('convert', plan, '--as', format, '--out', file)
      assert.equal(code, 0)
      assert.equal(out, `${file}\n`)
      const after = JSON.parse((await trellis('read', file, '--json')).out)
      const said = (reading: typeof before) =>
        reading.actions.map(({ where, sourceText, ...action }: Record<string, unknown>) => action)
      assert.deepEqual(said(after), said(before))
      assert.deepEqual([after.title, after.period], [before.title, before.period])
    }
  })

  const refusals: readonly (readonly [what: string, words: readonly string[], says: RegExp])[] = [
    ['an unknown command', ['raed', 'x'], /no command "raed x"/],
    ['a file that is not there', ['read', '/nowhere/plan.docx'], /plan\.docx is not there/],
    ['a folder', ['read', '/'], /is a folder/],
    ['an option it does not know', ['read', 'x', '--jsn'], /--jsn/],
    ['one document to reconcile', ['reconcile', 'x.md'], /Name two files/],
    ['a report that is not there', ['reconcile', '/nowhere/plan.md', 'x.md'], /plan\.md is not there/],
    ['a day that is none', ['timescale', 'May', '--from', '2026-02-30', '--to', '2027-01-01'], /first and last day/],
    ['an end before its start', ['timescale', 'May', '--from', '2027-01-01', '--to', '2026-01-01'], /lies before/],
    [
      'a format it does not write',
      ['convert', 'plan.md', '--as', 'pdf', '--out', 'x.pdf'],
      /"pdf" is no format to write/,
    ],
    ['an export without a plan', ['export', '--as', 'csv', '--out', 'x.csv'], /which plan/],
    ['a paper without a plan', ['paper', 'board-report', '--out', 'x.pdf'], /which plan/],
    [
      'a role that is none',
      ['user', 'add', '--partnership', 'P', '--name', 'N', '--email', 'n@p.example', '--role', 'king'],
      /no role/,
    ],
  ]
  for (const [what, words, says] of refusals) {
    it(`refuses ${what} with one sentence and exit code 2`, async () => {
      const { code, out, error } = await trellis(...words)
      assert.equal(code, 2)
      assert.equal(out, '')
      assert.match(error, says)
      assert.equal(error.trim().split('\n').length, 1)
    })
  }
})

/** The command, done in this process. */
async function trellis(...words: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  const { code, out = '', error = '' } = await run(words)
  return { code, out, error }
}
