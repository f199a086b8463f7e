import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { EICAR, startClamd } from '../../../../../test/support/clamd-server.ts'
import { fillSheet, rowsOfSheet } from '../../../../../test/support/filled-sheet.ts'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aDuty } from '../../../../../test/support/partnership-duty.ts'
import { send, visit } from '../../../../../test/support/visit.ts'
import { setScanner } from '../../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import { newId } from '../../../../platform/ids.ts'
import { clamdScanner } from '../../../../platform/scanner/clamd.ts'

describe('a spreadsheet of updates that is broken or hostile', () => {
  let town: SmallPartnership
  let sheet: Uint8Array
  before(async () => {
    town = await aSmallPartnership()
    await aDuty(town)
    sheet = (await visit(town.lead, '/updates/spreadsheet/requests')).body
  })

  const handIn = (content: Uint8Array, name = 'my-requests.xlsx') =>
    send(town.lead, '/updates/spreadsheet', { once: newId() }, { sheet: { name, type: 'text/plain', content } })
  const refusal = async (content: Uint8Array, name?: string) => {
    const { status, html } = await handIn(content, name)
    assert.equal(status, 422)
    return problemsOn(html)
  }

  test('is refused in one sentence', async () => {
    const said = [
      await refusal(new Uint8Array()),
      await refusal(sheet.slice(0, 900)),
      await refusal(Buffer.from('%PDF-1.7 nothing'), 'a.pdf'),
      await refusal(Buffer.from('Just words\nand more'), 'a.csv'),
      await refusal(fillSheet(sheet, [{ 'What has happened': 'x'.repeat(10) }]).fill(7, 100, 300)),
      await refusal(new Uint8Array(5 * 1024 * 1024 + 1)),
    ]
    for (const problems of said) assert.equal(problems.length, 1, problems.join())
    assert.match(said[3]?.join() ?? '', /^sheet: The spreadsheet is not one that was downloaded here/)
    assert.match(said[5]?.join() ?? '', /larger than 5 MB/)
  })

  test('has its formulas and its markup read as text', async () => {
    const hostile = { 'What has happened': '<img src=x onerror=alert(1)>', 'What happens next': "=cmd|' /C calc'!A0" }
    const { html, status } = await handIn(fillSheet(sheet, [{ ...hostile, Progress: '<script>' }]))
    assert.equal(status, 200)
    assert.doesNotMatch(html, /<img src=x|<script>"/)
    assert.match(wordsOf(html), /“&lt;script>” is no rating|“<script>” is no rating/)
  })

  test('that names one request twice keeps the first of the two rows', async () => {
    const [row = {}] = rowsOfSheet(sheet)
    const csv = [row, row].map((each) => Object.values({ ...each, 'What has happened': 'Said' }))
    const lines = [Object.keys(row), ...csv].map((cells) => cells.map((cell) => `"${cell}"`).join(','))
    const { html } = await handIn(Buffer.from(lines.join('\n')), 'my-requests.csv')
    assert.match(wordsOf(html), /1 kept as a draft, 1 left out.*The sheet has this request twice/)
  })

  test('is looked at by the virus scanner before anything reads it', async () => {
    const clamd = await startClamd()
    setScanner(clamdScanner({ host: '127.0.0.1', port: clamd.port }, { silenceMs: 200, totalMs: 5000 }))
    const found = await refusal(Buffer.from(`Reference\n${EICAR}`), 'a.csv')
    assert.match(found.join(), /^sheet: The virus scanner found .* in a\.csv, so it was not read/)
    assert.match(
      wordsOf((await visit(town.manager, '/audit')).html),
      /Handed in a spreadsheet of updates that the virus scanner refused/,
    )
    await clamd.close()
  })

  test('choices that no page of ours made do nothing', async () => {
    for (const answers of ['', 'null', '[]', '{"a":1}', '[{"line":0}]', '['.repeat(5_000)]) {
      const { status } = await send(town.lead, '/updates/spreadsheet/answers', {
        once: newId(),
        how: 'send',
        'answers-1': answers,
      })
      assert.equal(status, 422, answers.slice(0, 20))
    }
  })
})

test('the sheet to fill in holds what is asked, opens the cells to fill in, offers the ratings and keeps its heads in sight', async () => {
  const town = await aSmallPartnership()
  await aDuty(town)
  const parts = unzipSync((await visit(town.lead, '/updates/spreadsheet/requests')).body)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const sheet = part('xl/worksheets/sheet1.xml')
  assert.match(sheet, /<pane ySplit="1"[^>]*state="frozen"/)
  assert.match(sheet, /<col hidden="1" min="1" max="1"/)
  assert.match(sheet, /<\/sheetData><sheetProtection sheet="1"[^>]*\/><dataValidations count="1">/)
  assert.match(sheet, /sqref="L2 M2 P2"><formula1>Ratings!\$A\$3:\$A\$7</)
  const styles = [...part('xl/styles.xml').matchAll(/<cellXfs.*<\/cellXfs>/gs)].join()
  assert.equal(styles.match(/<protection locked="0"\/>/g)?.length, 1, 'one style is open')
  assert.match(part('xl/sharedStrings.xml'), /All others are locked/)
})
