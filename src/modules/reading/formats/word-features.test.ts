import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { zip } from '../../../../test/support/zip.ts'
import { docxParagraph } from '../reading.factory.ts'
import { readBlocks } from './read-blocks.ts'

const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m" xmlns:m="math" xmlns:wps="wps" xmlns:v="v"'
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const p = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`

describe('what Word documents are made of is read', () => {
  test('numbers that only the list knows stand before headings, in cells and before items', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
      <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`
    const number = (list: number, level: number) =>
      `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
    const body = [
      p(run('Well children'), '<w:pStyle w:val="Numbered"/>'),
      `<w:tbl>${row(cell(p('', number(3, 1))), cell(p(run('Open the hub'))))}${row(cell(p('', number(3, 1))), cell(p(run('Train')) + p(run('staff'), number(3, 2))))}</w:tbl>`,
      p(run('Next'), number(3, 1)),
      p(run('Anew'), number(4, 1)),
      p(run('Taken away'), `<w:pStyle w:val="Numbered"/>${number(0, 0)}`),
    ].join('')
    const styles = `<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Numbered"><w:name w:val="Own"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>`
    assert.deepEqual(await wordsOf(body, { numbering, styles }), [
      'heading 2 Well children',
      '2.1|Open the hub',
      '2.2|Train (i) staff',
      'item 2.3 Next',
      'item 2.5 Anew',
      'heading Taken away',
    ])
  })

  test('words in boxes are kept once, content controls are looked through', async () => {
    const inBox = `<w:txbxContent>${docxParagraph('In the box')}</w:txbxContent>`
    const box = `<w:r><mc:AlternateContent><mc:Choice><wps:txbx>${inBox}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${inBox}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>`
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${p(`${run('Inside ')}<w:sdt><w:sdtContent>${run('a control')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`
    assert.deepEqual(await wordsOf(p(`${run('Before ')}${box}${run('after')}`) + control), [
      'paragraph In the box',
      'paragraph Before after',
      'paragraph Inside a control',
    ])
  })

  test('deleted words, paragraphs and rows are struck, inserted ones are words, moved ones stand where they went', async () => {
    const deleted = '<w:del><w:r><w:delText xml:space="preserve">two </w:delText></w:r></w:del>'
    const inserted = `<w:ins>${run('three ')}</w:ins>`
    const moved = `<w:moveFrom>${run('gone ')}</w:moveFrom>`
    const mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    const goneRow = `<w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell(p(run('Old action')))}</w:tr>`
    assert.deepEqual(
      await wordsOf(
        `${p(run('Open ') + deleted + inserted + moved + run('hubs'), mark)}<w:tbl>${goneRow}${row(cell(p(run('New action'))))}</w:tbl>`,
      ),
      ['paragraph Open ~~two~~ three hubs', '~~Old action~~', 'New action'],
    )
  })

  test('ticks and boxes are signs, whether drawn, typed in a font of signs or kept as a field', async () => {
    const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    const typed = run('ü', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    const field = (box: string) =>
      `<w:r><w:fldChar><w:ffData><w:checkBox>${box}</w:checkBox></w:ffData></w:fldChar></w:r>`
    assert.deepEqual(
      await wordsOf(
        p(
          `${symbol} ${typed}${field('<w:default w:val="1"/>')}${field('<w:default w:val="1"/><w:checked w:val="0"/>')}${run('ü')}`,
        ),
      ),
      ['paragraph ✓✓☒☐ü'],
    )
  })

  test('cells merged sideways in the old way are one; a theme’s colour and a paragraph’s shade are a shade', async () => {
    const theme =
      '<a:theme xmlns:a="a"><a:clrScheme><a:accent6><a:srgbClr val="70ad47"/></a:accent6></a:clrScheme></a:theme>'
    const table = row(
      cell(p(run('One')), '<w:hMerge w:val="restart"/>'),
      cell(p(''), '<w:hMerge/>'),
      cell(p(''), '<w:shd w:val="clear" w:fill="auto" w:themeFill="accent6"/>'),
      cell(p('', '<w:shd w:val="clear" w:fill="FF0000"/>')),
    )
    const [block] = await blocksOf(`<w:tbl>${table}</w:tbl>`, { 'theme/theme1': theme })
    assert.ok(block?.kind === 'table')
    assert.deepEqual(
      block.rows[0]?.cells.map((each) => [each.text, each.column, each.colSpan, each.fill]),
      [
        ['One', 0, 2, null],
        ['', 2, 1, '70AD47'],
        ['', 3, 1, 'FF0000'],
      ],
    )
  })

  test('tabs, breaks, hyphens, fields, links and equations are read as they look', async () => {
    const link = `<w:hyperlink>${run('the hub')}</w:hyperlink>`
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12')}`
    const hyphens =
      '<w:r><w:t>chil</w:t><w:softHyphen/><w:t>dren\u00ads</w:t><w:noBreakHyphen/><w:t>plan</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r>'
    assert.deepEqual(
      await wordsOf(
        p(`${run('Open ')}${link}${run(' ')}${field} <m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>${hyphens}`),
      ),
      ['paragraph Open the hub 12a=bchildrens-plan x y'],
    )
  })

  test('lines of the contents open no part, and struck styles strike', async () => {
    const styles =
      '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="Out"><w:name w:val="Out"/><w:rPr><w:strike/></w:rPr></w:style>'
    const line = (text: string) => p(`${run(text)}<w:r><w:tab/></w:r>${run('3')}`, '<w:pStyle w:val="T1"/>')
    assert.deepEqual(
      await wordsOf(line('Outcome 1: Safe') + line('Outcome 2: Well') + p(run('Old', '<w:rStyle w:val="Out"/>')), {
        styles,
      }),
      ['Outcome 1: Safe|3', 'Outcome 2: Well|3', 'paragraph ~~Old~~'],
    )
  })

  test('comments, notes and the words of drawings are kept at the end', async () => {
    const more = {
      comments: `<w:comments ${SPACES}><w:comment w:author="Bob">${docxParagraph('Really?')}</w:comment></w:comments>`,
      footnotes: `<w:footnotes ${SPACES}><w:footnote>${docxParagraph('As agreed')}</w:footnote></w:footnotes>`,
      'diagrams/data1':
        '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:pt><a:p><a:r><a:t>Be </a:t></a:r><a:r><a:t>safe</a:t></a:r></a:p></dgm:pt></dgm:dataModel>',
    }
    assert.deepEqual(await wordsOf(p(run('Plan')), more), [
      'paragraph Plan',
      'paragraph Really?',
      'paragraph As agreed',
      'paragraph Be safe',
    ])
  })

  test('macros, documents inside the document and hidden words are said', async () => {
    const body = `${p(run('Shown'))}${p(run('Hidden', '<w:vanish/>'))}<w:altChunk/>`
    const read = await readBlocks(
      'plan.docm',
      aDocx(body, {}, [{ name: 'word/vbaProject.bin', content: 'x' }]),
      () => {},
    )
    assert.ok(read.ok)
    assert.deepEqual(
      read.value.findings?.map((finding) => finding.code),
      ['macros-ignored', 'document-inside', 'hidden-words'],
    )
  })
})

type Parts = Readonly<Record<string, string>>

function aDocx(body: string, parts: Parts, more: { name: string; content: string }[] = []): Uint8Array {
  const wrapped = Object.entries(parts).map(([name, xml]) => ({
    name: `word/${name}.xml`,
    content: name === 'styles' || name === 'numbering' ? `<w:${name} ${SPACES}>${xml}</w:${name}>` : xml,
  }))
  const document = `<w:document ${SPACES}><w:body>${body}</w:body></w:document>`
  return zip([{ name: 'word/document.xml', content: document }, ...wrapped, ...more])
}

async function blocksOf(body: string, parts: Parts = {}) {
  const read = await readBlocks('plan.docx', aDocx(body, parts), () => {})
  assert.ok(read.ok)
  return read.value.blocks
}

async function wordsOf(body: string, parts: Parts = {}): Promise<string[]> {
  return (await blocksOf(body, parts)).flatMap((block) => {
    if (block.kind === 'table') return block.rows.map((each) => each.cells.map((one) => one.text).join('|'))
    return [block.kind === 'item' ? `item ${block.marker} ${block.text}` : `${block.kind} ${block.text}`]
  })
}
