import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import {
  checkWithQpdf,
  fontsOfPdf,
  pagesOfPdf,
  rightmostInkOfPdf,
  tagsOfPdf,
  withPdfFiles,
  wordsOfPdf,
} from '../../../test/support/pdf-tools.ts'
import { checkWithVeraPdf } from '../../../test/support/verapdf.ts'
import { aHostilePaper, HOSTILE_WORDS, LONGEST_WORD } from './hostile-paper.factory.ts'
import { renderPdf } from './index.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { anActionRow, aPaper, aReport, aTable } from './papers.factory.ts'

const AT = Temporal.Instant.from('2015-04-01T09:00:00Z')
/** 20 mm of margin and 156 mm of table; places to break at a line's end have a little width of their own. */
const TABLE_ENDS_AT_POINTS = ((20 + 156) / 25.4) * 72

const SIXTY_PAGES = Array.from({ length: 10 }, () => 57)

const PAPERS = { typical: aReport([14, 20]), empty: aPaper(), hostile: aHostilePaper(), long: aReport(SIXTY_PAGES) }
type Name = keyof typeof PAPERS
const NAMES: readonly Name[] = ['typical', 'empty', 'hostile', 'long']

/** Spaces, line ends, places to break and the hyphens of broken words do not count. */
const bare = (text: string) => text.replace(/[\s\u200b\u00ad‐-]+/gu, '')

describe('a printed paper', () => {
  const pdfs: Record<Name, Uint8Array> = { typical: none(), empty: none(), hostile: none(), long: none() }

  before(async () => {
    for (const name of NAMES) pdfs[name] = await renderPdf(PAPERS[name], AT)
  })

  test('meets PDF/UA-1 and PDF/A-2a, by the veraPDF engine, which refuses a broken one', async () => {
    const broken = damaged(pdfs.typical, '/DisplayDocTitle true', '/DisplayDocTitle fals')
    const untagged = damaged(pdfs.typical, '/Marked true', '/Markee true')
    await withPdfFiles({ ...pdfs, broken, untagged }, async (pathOf) => {
      const verdicts = await checkWithVeraPdf([...NAMES.map(pathOf), pathOf('broken'), pathOf('untagged')])
      const papers = verdicts.slice(0, 2 * NAMES.length)
      assert.deepEqual(
        papers.map(({ standard, passes, broken }) => ({ standard, passes, broken })),
        NAMES.flatMap(() => ['ua1', '2a'].map((standard) => ({ standard, passes: true, broken: [] }))),
      )
      assert.ok(papers.every(({ checks }) => checks > 500))
      const [brokenUa, , untaggedUa, untaggedA] = verdicts.slice(2 * NAMES.length)
      assert.match(brokenUa?.broken.join() ?? '', /DisplayDocTitle/)
      assert.deepEqual([brokenUa?.passes, untaggedUa?.passes, untaggedA?.passes], [false, false, false])
    })
  })

  test('is a sound file, with every font inside it and no font but ours', async () => {
    await withPdfFiles(pdfs, async (pathOf) => {
      for (const name of NAMES) {
        await checkWithQpdf(pathOf(name))
        const fonts = await fontsOfPdf(pathOf(name))
        assert.ok(fonts.length > 0)
        assert.ok(
          fonts.every((font) => font.isEmbedded && /^[A-Z]{6}\+SourceSans3-/.test(font.name)),
          JSON.stringify(fonts),
        )
      }
    })
  })

  test('keeps every cell of every table', async () => {
    await withPdfFiles({ typical: pdfs.typical }, async (pathOf) => {
      const words = bare(await wordsOfPdf(pathOf('typical')))
      const texts = cellsOf(PAPERS.typical)
      assert.ok(texts.length > 150)
      for (const text of texts) assert.ok(words.includes(bare(text)), text)
    })
  })

  test('prints hostile words as words', async () => {
    await withPdfFiles({ hostile: pdfs.hostile }, async (pathOf) => {
      const words = bare(await wordsOfPdf(pathOf('hostile')))
      for (const text of HOSTILE_WORDS) assert.ok(words.includes(bare(text)), text)
    })
  })

  test('breaks a word of 10,000 letters, keeps each letter, and lets nothing run into the margin', async () => {
    await withPdfFiles({ hostile: pdfs.hostile }, async (pathOf) => {
      const lines = (await wordsOfPdf(pathOf('hostile'))).split('\n').map(bare)
      const pieces = lines.flatMap((line) => line.match(/x{3,}/g) ?? [])
      const ofThatWord = pieces.reduce((sum, piece) => sum + piece.length, 0)
      assert.equal(ofThatWord, 2 * LONGEST_WORD.length)
      assert.ok((await rightmostInkOfPdf(pathOf('hostile'))) < TABLE_ENDS_AT_POINTS + 5)
    })
  })

  test('has its page number, reference and as-at on each page', async () => {
    await withPdfFiles({ typical: pdfs.typical }, async (pathOf) => {
      const pages = (await wordsOfPdf(pathOf('typical'))).split('\f').slice(0, -1)
      assert.equal(pages.length, await pagesOfPdf(pathOf('typical')))
      pages.forEach((page, index) => {
        assert.ok(page.includes('MCYPP 15/04/03 · As at 31 March 2015'))
        assert.ok(page.includes(`${index + 1} of ${pages.length}`))
        assert.ok(page.includes("Merrowdale Children and Young People's Partnership"))
      })
    })
  })
})

describe('the tags of a paper', () => {
  test('every block that draws a table gives it a header row; headings are in order; the bar has words', async () => {
    const blocks: readonly PaperBlock[] = [
      ...PAPERS.typical.blocks,
      { kind: 'contents' },
      aTable([]),
      { kind: 'rating-bar', title: 'Nothing yet', counts: [], notRated: 0 },
    ]
    const pdf = await renderPdf(aPaper({ blocks }), AT)
    await withPdfFiles({ pdf }, async (pathOf) => {
      const tags = await tagsOfPdf(pathOf('pdf'))
      const tables = tags.split(/^\s*Table\b/m).slice(1)
      assert.equal(tables.length, tablesDrawnBy(blocks))
      for (const table of tables) assert.match(table, /THead\n\s+TR\n\s+TH .*\n\s+\/Scope \/Column/)
      assert.deepEqual(
        [...tags.matchAll(/^\s*(H[1-6]) /gm)].map(([, tag]) => tag),
        ['H1', 'H2', 'H1', 'H2', 'H1'],
      )
      assert.equal(tags.match(/^\s*Figure/gm)?.length, 2)
    })
    const said = Buffer.from(pdf).toString('latin1')
    assert.ok(said.includes('/Alt (Progress of all 82 actions: 82 actions, of which 41 Complete'))
  })
})

describe('printing', () => {
  test('the same paper at the same moment gives the same bytes; another moment does not', async () => {
    const paper = aPaper({ blocks: [aTable([anActionRow(0)])] })
    const [first, again, later] = [
      await renderPdf(paper, AT),
      await renderPdf(paper, AT),
      await renderPdf(paper, AT.add({ seconds: 1 })),
    ]
    assert.deepEqual(first, again)
    assert.notDeepEqual(first, later)
  })

  test('a paper that takes too long or too much is stopped, and says which', async () => {
    await assert.rejects(renderPdf(PAPERS.long, AT, { milliseconds: 50, megabytes: 1024 }), /took-too-long/)
    await assert.rejects(renderPdf(PAPERS.long, AT, { milliseconds: 60_000, megabytes: 70 }), /took-too-much-memory/)
  })

  test('a paper made wrongly fails with the reason', async () => {
    const wrong = aPaper({ blocks: [aTable([[{ text: 'alone' }]])] })
    await assert.rejects(renderPdf(wrong, AT), /1 cells where the table has 6 columns/)
  })
})

function none(): Uint8Array {
  return new Uint8Array()
}

/** The file with one thing in it made wrong, its length and its places kept. */
function damaged(pdf: Uint8Array, right: string, wrong: string): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1')
  assert.ok(file.includes(right) && right.length === wrong.length)
  return Buffer.from(file.replace(right, wrong), 'latin1')
}

function cellsOf(paper: Paper): readonly string[] {
  const rows = paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  return rows.flat().flatMap((cell) => {
    if ('rating' in cell) return [cell.rating?.name ?? 'Not rated']
    return cell.detail === undefined ? [cell.text] : [cell.text, cell.detail]
  })
}

function tablesDrawnBy(blocks: readonly PaperBlock[]): number {
  return blocks.filter((block) => block.kind === 'rating-bar' || (block.kind === 'table' && block.rows.length > 0))
    .length
}
