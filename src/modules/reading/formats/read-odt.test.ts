import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { zip } from '../../../../test/support/zip.ts'
import { readDocument } from '../read-document.ts'
import { readBytes } from '../reading.factory.ts'

const SPACES = ['office', 'style', 'text', 'table', 'fo', 'draw', 'dc']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const STYLES = `<style:style style:name="Green" style:family="table-cell"><style:table-cell-properties fo:background-color="#00b050"/></style:style>
  <style:style style:name="Out" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
  <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
  <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>`

describe('an OpenDocument text is read', () => {
  test('headings are parts, rows are actions, spans and shades are read', async () => {
    const names = row(['Ref', 'Action', 'Measure', 'By when', 'Lead', 'RAG', 'Impact rating'].map((text) => cell(text)))
    const body = `<text:h text:outline-level="1">Hub Plan 2026-27</text:h><text:h text:outline-level="2">Priority 1: Well children</text:h>
      <table:table><table:table-header-rows>${names}</table:table-header-rows>
      ${row([cell('1.1'), cell('Open the hub'), cell('40 families'), cell('May 2026'), cell('Ann Lee', 'table:number-rows-spanned="2"'), cell('', 'table:style-name="Green"'), cell('')])}
      ${row([cell('1.2'), cell('Train'), cell('90%'), cell('June 2026'), '<table:covered-table-cell/>', cell('Red'), cell('')])}</table:table>`
    const reading = await readBytes(anOdt(body), 'plan.odt')
    assert.equal(reading.title, 'Hub Plan 2026-27')
    assert.deepEqual(
      reading.actions.map((action) => [action.ref, action.leadWords, action.progressRating?.key, action.part]),
      [
        ['1.1', 'Ann Lee', 'green', 'p1'],
        ['1.2', 'Ann Lee', 'red', 'p1'],
      ],
    )
  })

  test('a paragraph of a heading’s style is a heading, though it does not say its level', async () => {
    const reading = await readBytes(
      anOdt(
        '<text:p text:style-name="P1">Priority 1: Well children</text:p><text:p>Why this is important: They told us</text:p>',
      ),
      'plan.odt',
    )
    assert.deepEqual(
      reading.parts.map((part) => [part.title, part.why]),
      [['Well children', 'They told us']],
    )
  })

  test('words deleted under tracking, and words struck out, are kept as struck out', async () => {
    const deletion = `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Ann</dc:creator></office:change-info><text:p>two</text:p></text:deletion></text:changed-region></text:tracked-changes>`
    const body = `${deletion}<text:p>Open <text:change text:change-id="c1"/> three <text:span text:style-name="Out">big</text:span> hubs</text:p>`
    assert.deepEqual(await wordsOf(body), ['Open ~~two~~ three ~~big~~ hubs'])
  })

  test('numbers of lists that stand in the styles alone are counted', async () => {
    const item = (words: string, more = '') => `<text:list-item><text:p>${words}</text:p>${more}</text:list-item>`
    const list = `<text:list text:style-name="L1">${item('Open', `<text:list>${item('the hub')}${item('the door')}</text:list>`)}${item('Train')}</text:list>`
    assert.deepEqual(await wordsOf(list), ['1. Open', '1.1 the hub', '1.2 the door', '2. Train'])
  })

  test('spaces, tabs and breaks are spaces; notes, comments, headers and footers are kept at the end', async () => {
    const body = `<text:p>Open<text:s text:c="3"/>the<text:tab/>hub<text:line-break/>now<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>As agreed</text:p></text:note-body></text:note><office:annotation><dc:creator>Bob</dc:creator><text:p>Really?</text:p></office:annotation></text:p>`
    const footer = '<style:footer><text:p>Agreed in May</text:p></style:footer>'
    assert.deepEqual(await wordsOf(body, footer), ['Open the hub now', 'As agreed', 'Really?', 'Agreed in May'])
  })

  test('words in a box beside the text are kept', async () => {
    const box =
      '<text:p>Before<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame> after</text:p>'
    assert.deepEqual(await wordsOf(box), ['In the box', 'Before after'])
  })

  test('empty rows and cells said to be repeated a million times cost nothing; full ones are refused', async () => {
    const many = 'table:number-rows-repeated="1000000" table:number-columns-repeated="1000000"'
    const empty = `<table:table><table:table-row ${many}><table:table-cell ${many}/></table:table-row>${row([cell('a'), cell('b')])}</table:table>`
    assert.deepEqual(await wordsOf(empty), ['a | b'])
    const full = `<table:table><table:table-row ${many}><table:table-cell ${many}><text:p>x</text:p></table:table-cell></table:table-row></table:table>`
    assert.equal((await refusalOf(anOdt(full))).kind, 'too-many-rows')
  })

  test('a document that defines entities, is broken, protected or no text is refused', async () => {
    const odt = (content: string, more: { name: string; content: string }[] = []) =>
      zip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
        { name: 'content.xml', content },
        ...more,
      ])
    assert.equal((await refusalOf(odt('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'))).kind, 'damaged')
    assert.equal((await refusalOf(odt('<office:document-content>'))).kind, 'damaged')
    const locked = { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' }
    assert.equal((await refusalOf(odt('x', [locked]))).kind, 'encrypted')
    const deep = `<office:body ${SPACES}>${'<text:span>'.repeat(600)}${'</text:span>'.repeat(600)}</office:body>`
    assert.equal((await refusalOf(odt(deep))).kind, 'damaged')
  })
})

function anOdt(body: string, around = ''): Uint8Array {
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      content: `<office:document-content ${SPACES}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'styles.xml',
      content: `<office:document-styles ${SPACES}><office:master-styles>${around}</office:master-styles></office:document-styles>`,
    },
  ])
}

function row(cells: readonly string[]): string {
  return `<table:table-row>${cells.join('')}</table:table-row>`
}

function cell(text: string, attributes = ''): string {
  return `<table:table-cell ${attributes}>${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`
}

async function wordsOf(body: string, around = ''): Promise<string[]> {
  return (await readBytes(anOdt(body, around), 'plan.odt')).notUnderstood.map((piece) => piece.text)
}

async function refusalOf(content: Uint8Array) {
  const read = await readDocument({ name: 'plan.odt', content })
  assert.ok(!read.ok, 'the document was read')
  return read.refusal
}
