import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readDocument } from '../read-document.ts'
import { readBytes } from '../reading.factory.ts'
import { anOds, odsTable } from '../sheets.factory.ts'

const NAMES = ['Ref', 'Action', 'Measure', 'Due Date', 'Lead', 'Progress Rating']
const ROW = ['1.1', 'Open the hub for families', '40 families', 'May 2015', 'Ann Lee', '']
const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}>${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`
const rowOf = (cells: readonly string[], attributes = '') =>
  `<table:table-row ${attributes}>${cells.join('')}</table:table-row>`
const sheetOf = (rows: readonly string[], attributes = 'table:name="Plan"') =>
  `<table:table ${attributes}>${rows.join('')}</table:table>`
const names = rowOf(NAMES.map((text) => cell(text)))
const row = (changes: Readonly<Record<number, string>>) =>
  rowOf(ROW.map((text, column) => changes[column] ?? cell(text)))
const read = (body: string, styles = '') => readBytes(anOds({ body, styles }), 'plan.ods')

describe('an OpenDocument sheet is read', () => {
  test('rows become actions, with their sheet and row', async () => {
    const reading = await read(odsTable('Plan', [NAMES, ROW]))
    assert.equal(reading.source.format, 'ods')
    const [action] = reading.actions
    assert.deepEqual(
      [action?.ref, action?.text, action?.measure, action?.timescale?.text, action?.leadWords],
      ROW.slice(0, 5),
    )
    assert.deepEqual(action?.where, { sheet: 'Plan', row: 2 })
  })

  test('shades count, from the cell’s style or its column’s, and from rules on its words', async () => {
    const fill = (name: string, colour: string, inside = '') =>
      `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:background-color="${colour}"/>${inside}</style:style>`
    const styles =
      fill('green', '#00b050') +
      fill('red', '#ff0000') +
      fill(
        'ruled',
        'transparent',
        '<style:map style:condition="cell-content()=&quot;Late&quot;" style:apply-style-name="red"/>',
      )
    const columns =
      '<table:table-column table:number-columns-repeated="5"/><table:table-column table:default-cell-style-name="green"/>'
    const reading = await read(
      sheetOf([
        columns,
        names,
        row({ 5: cell('', 'table:style-name="red"') }),
        row({ 5: cell('') }),
        row({ 5: cell('Late', 'table:style-name="ruled"') }),
      ]),
      styles,
    )
    assert.deepEqual(
      reading.actions.map((action) => action.progressRating?.key),
      ['red', 'green', 'red'],
    )
  })

  test('a date is read by its value, as finely as its cell shows it', async () => {
    const date = (name: string, parts: string) =>
      `<number:date-style style:name="n-${name}">${parts}</number:date-style><style:style style:name="${name}" style:data-style-name="n-${name}"/>`
    const styles =
      date('us', '<number:month/><number:day/><number:year/>') +
      date('month', '<number:month number:textual="true"/><number:year/>')
    const when = (style: string, shown: string) =>
      cell(shown, `table:style-name="${style}" office:value-type="date" office:date-value="2015-03-31"`)
    const reading = await read(
      sheetOf([names, row({ 3: when('us', '03/31/15') }), row({ 3: when('month', 'Mar 15') })]),
      styles,
    )
    assert.deepEqual(
      reading.actions.map((action) => action.timescale?.text),
      ['31 March 2015', 'March 2015'],
    )
  })

  test('merged, hidden and struck-out cells, notes and a reference’s last nought are kept', async () => {
    const styles =
      '<style:style style:name="s" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    const body = sheetOf([
      names,
      rowOf([cell('Outcome 2: Safe children', 'table:number-columns-spanned="6"')]),
      row({
        0: cell('1.10', 'office:value-type="float" office:value="1.1"'),
        3: '<table:table-cell><text:p><text:span text:style-name="s">May 2014</text:span> July 2015</text:p><office:annotation><text:p>Moved</text:p></office:annotation></table:table-cell>',
      }).replace('<table:table-row', '<table:table-row table:visibility="collapse"'),
    ])
    const reading = await read(body, styles)
    assert.deepEqual([reading.actions[0]?.ref, reading.actions[0]?.timescale?.text], ['1.10', '~~May 2014~~ July 2015'])
    assert.deepEqual(
      reading.parts.map(({ title }) => title),
      ['Safe children'],
    )
    assert.deepEqual(
      reading.notUnderstood.map(({ text }) => text),
      ['Note on D3: Moved'],
    )
    assert.ok(reading.findings.some(({ code }) => code === 'hidden-rows'))
  })

  test('blank rows and cells that repeat to the sheet’s end cost nothing', async () => {
    const end =
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    const reading = await read(sheetOf([names, row({}), end]))
    assert.equal(reading.actions.length, 1)
  })

  test('words that repeat without end are refused in a sentence', async () => {
    const words = cell('late', 'table:number-columns-repeated="16384"')
    for (const body of [
      sheetOf([names, rowOf([words], 'table:number-rows-repeated="1048570"')]),
      sheetOf([names, rowOf([words])]),
      sheetOf([names, rowOf([cell('late')], 'table:number-rows-repeated="1048570"')]),
    ]) {
      const refused = await readDocument({ name: 'plan.ods', content: anOds({ body }) })
      assert.ok(!refused.ok && refused.refusal.kind === 'too-many-rows')
      assert.match(refused.refusal.sentence, /^plan\.ods has more than [\d,]+ /)
    }
  })

  test('a sheet with a password, broken text or a document type is refused in a sentence', async () => {
    const kindOf = async (content: Uint8Array) => {
      const read = await readDocument({ name: 'plan.ods', content })
      return read.ok ? null : read.refusal.kind
    }
    assert.equal(await kindOf(anOds({ body: '', manifest: '<manifest:encryption-data/>' })), 'encrypted')
    assert.equal(await kindOf(anOds({ body: '<table:table>' })), 'damaged')
  })
})
