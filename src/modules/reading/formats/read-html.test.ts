import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bytesOf, readBytes, readText, wordsLost } from '../reading.factory.ts'
import { readBlocks } from './read-blocks.ts'

const NAMES = '<tr><th>Ref<th>Action<th>Measure<th>By when<th>Lead<th>RAG<th>Impact rating</tr>'
const row = (ref: string, rag: string) =>
  `<tr><td>${ref}<td>Open the hub<td>40 families<td>May 2015<td>Ann Lee${rag}<td></tr>`
const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const readPage = (body: string, head = '') => readText(page(body, head), 'plan.html')

describe('a web page is read', () => {
  test('headings are parts, and rows of the table under them actions with their line', async () => {
    const reading = await readPage(
      `<h1>Hub Plan 2026-27</h1>\n<h2>Priority 1: Well children</h2>\n<table>\n${NAMES}\n${row('1.1', '<td>Green')}\n</table>`,
    )
    assert.equal(reading.title, 'Hub Plan 2026-27')
    assert.deepEqual(
      reading.parts.map((part) => [part.ref, part.title]),
      [['1', 'Well children']],
    )
    const [action] = reading.actions
    assert.deepEqual([action?.ref, action?.text, action?.leadWords], ['1.1', 'Open the hub', 'Ann Lee'])
    assert.deepEqual(action?.progressRating, { text: 'Green', key: 'green' })
    assert.deepEqual(action?.where, { line: 5, endLine: 5 })
  })

  test('a shade with no word is a rating, however the page gives it', async () => {
    const shades = [
      '<td bgcolor="#00b050">',
      '<td style="background-color: rgb(255, 0, 0)">',
      '<td style="background: #fc0 url(x.png)">',
      '<td class="cell done">',
      '<td><span style="background:#808080">&nbsp;</span>',
      '<td style="background: transparent">',
    ]
    const reading = await readPage(
      `<table>${NAMES}${shades.map((shade, at) => row(`1.${at + 1}`, shade)).join('')}</table>`,
      '<style>/* key */ p, td.done { color: red; background: blue }</style>',
    )
    assert.deepEqual(
      reading.actions.map((action) => action.progressRating?.key ?? null),
      ['green', 'red', 'amber', 'blue', 'grey', null],
    )
  })

  test('a lead merged over rows leads each of them, and a band across the table is a part', async () => {
    const reading = await readPage(`<table>${NAMES}<tr><td colspan=7>Outcome 2: Safe children</td></tr>
      <tr><td>2.1<td>Open the hub<td>40 families<td>May 2015<td rowspan=2>Ann Lee<td><td></tr>
      <tr><td>2.2<td>Close the gap<td>10%<td>June 2015<td><td></tr>
      <tr><td>2.3<td>Train staff<td>90%<td>July 2015<td>Bob Ray<td><td></tr></table>`)
    assert.deepEqual(
      reading.actions.map((action) => [action.leadWords, action.part]),
      [
        ['Ann Lee', 'p1'],
        ['Ann Lee', 'p1'],
        ['Bob Ray', 'p1'],
      ],
    )
  })

  test('no date is read from words struck out, by a tag or by a style', async () => {
    const reading = await readPage(
      `<table>${NAMES}${row('1.1', '').replace('May 2015', '<del>May 2014</del> <span style="text-decoration: line-through">June 2014</span> July 2015')}</table>`,
    )
    assert.equal(reading.actions[0]?.timescale?.text, '~~May 2014 June 2014~~ July 2015')
    assert.deepEqual(
      reading.actions[0]?.timescale?.due.map((due) => due.on),
      ['2015-07-31'],
    )
  })

  test('scripts, styles and comments are no words; what a browser hides is kept, and said', async () => {
    const reading = await readPage(
      '<p>Shown</p><script>hidden()</script><!-- note --><p style="display:none">Preheader</p>',
      '<style>.a{color:red}</style>',
    )
    assert.deepEqual(
      reading.notUnderstood.map((piece) => piece.text),
      ['Shown', 'Preheader'],
    )
    assert.ok(reading.findings.some((finding) => finding.code === 'hidden-words'))
  })

  test('tables that only lay out the page are walked through, and the table in them is read', async () => {
    const reading = await readPage(
      `<table width=600><tr><td>Hub council</td></tr><tr><td><h2>Priority 1: Well children</h2><table>${NAMES}${row('1.1', '<td>')}</table></td></tr></table>`,
    )
    assert.equal(reading.actions.length, 1)
    assert.equal(reading.actions[0]?.part, 'p1')
  })

  test('a table in a cell of a table of actions is words of that cell', async () => {
    const inner = '<table><tr><td>Step<td>Who</tr><tr><td>Plan<td>Bob</tr></table>'
    const reading = await readPage(
      `<table>${NAMES}${row('1.1', '<td>').replace('40 families', `40 families ${inner}`)}${row('1.2', '<td>')}</table>`,
    )
    assert.deepEqual(
      reading.actions.map((action) => action.measure),
      ['40 families Step Who Plan Bob', '40 families'],
    )
  })

  test('lists keep their depth in order and their numbers; Word’s own marks of lists are read', async () => {
    const blocks = await blocksOf(`<ol start=3><li>Third<ul><li>Inner</ul><li value=7><p>Seventh</p></ol>
      <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.1<span>&nbsp;&nbsp;</span></span><![endif]>Open the hub</p>`)
    assert.deepEqual(blocks, ['item 3. Third', 'item • Inner', 'item 7. Seventh', 'item 1.1 Open the hub'])
  })

  test('a list of definitions is a card of names and values', async () => {
    const blocks = await blocksOf('<dl><dt>Action<dd>Open the hub<dt>Lead<dd>Ann Lee<dd>Bob Ray</dl>')
    assert.deepEqual(blocks, ['table Action|Open the hub / Lead|Ann Lee / |Bob Ray'])
  })

  test('one break in a paragraph is a space, two end it, and text set out by spaces is read as text', async () => {
    assert.deepEqual(await blocksOf('Hello<br>all<br><br>Aim 1: Well<pre>a\tb\nc\td</pre>'), [
      'paragraph Hello all',
      'paragraph Aim 1: Well',
      'table a|b / c|d',
    ])
  })

  test('entities are letters, pictures their words, boxes ticked or not', async () => {
    assert.deepEqual(
      await blocksOf(
        '<p>Caf&eacute; &amp; 10&#37;&shy; 10<sup>th</sup> <img alt="Green light"> <input type=checkbox checked>',
      ),
      ['paragraph Café & 10% 10th Green light ☑'],
    )
  })

  test('the encoding that the page names is used', async () => {
    const content = Uint8Array.from(
      page('<p>Caf\u00e9 \u00a35</p>', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
      (letter) => letter.charCodeAt(0),
    )
    const reading = await readBytes(content, 'plan.htm')
    assert.deepEqual(
      reading.notUnderstood.map((piece) => piece.text),
      ['Café £5'],
    )
  })

  test('no word of a careless page is lost', async () => {
    const body = '<table><tr>stray<td>One<td>Two</table>words<p>open<li>item <b>bold<td>cell</div></span> end'
    assert.deepEqual(wordsLost('stray One Two words open item bold cell end', await readPage(body)), [])
  })
})

describe('a page made to do harm is refused in words', () => {
  const bombs: readonly (readonly [string, string, RegExp])[] = [
    ['elements in each other without end', '<div>'.repeat(200_000), /inside each other/],
    ['marks of emphasis in each other without end', '<b><i>'.repeat(50_000), /inside each other/],
    ['an element with a million attributes', `<p ${'a=1 '.repeat(1_000_000)}>x`, /attributes/],
    [
      'an element with different attributes',
      `<p ${Array.from({ length: 9_000 }, (_, at) => `a${at}=''`).join(' ')}>x`,
      /attributes/,
    ],
    ['millions of elements', '<br>'.repeat(3_000_000), /far more than a plan/],
    ['100,000 rows', `<table>${'<tr><td>a<td>b'.repeat(100_000)}</table>`, /rows in its tables/],
  ]
  for (const [what, body, says] of bombs) {
    test(what, async () => {
      const read = await readBlocks('plan.html', bytesOf(page(body)), () => {})
      assert.ok(!read.ok, 'the page was read')
      assert.match(read.refusal.sentence, says)
    })
  }

  test('colours that name what every object has are no colours', async () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      const looks = `<style>.a{background:${name}}</style>`
      const reading = await readPage(
        `<table>${NAMES}${row('1.1', `<td class="a" bgcolor="${name}" style="background:${name}">`)}</table>`,
        looks,
      )
      assert.equal(reading.actions[0]?.progressRating, null, name)
    }
  })

  test('spans that reach over everything are cut to what a table may have', async () => {
    const reading = await readPage(
      `<table>${NAMES}<tr><td colspan=99999999 rowspan=99999999>x<td>y</tr>${row('1.1', '<td>')}</table>`,
    )
    assert.equal(reading.actions.length <= 2, true)
  })
})

async function blocksOf(body: string): Promise<string[]> {
  const read = await readBlocks('plan.html', bytesOf(page(body)), () => {})
  assert.ok(read.ok)
  return read.value.blocks.map((block) => {
    if (block.kind === 'table')
      return `table ${block.rows.map((each) => each.cells.map((cell) => cell.text).join('|')).join(' / ')}`
    return block.kind === 'item' ? `item ${block.marker} ${block.text}` : `${block.kind} ${block.text}`
  })
}
