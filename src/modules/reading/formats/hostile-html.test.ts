import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readDocument } from '../read-document.ts'
import { readInChild } from '../read-in-child.ts'
import { bytesOf, readText } from '../reading.factory.ts'
import { styleSheetOf } from './html-style.ts'

/** Of the processor: a third of what any document is given, the start of its process included. */
const SOON = { milliseconds: 3_000, megabytes: 1_000 }

describe('a page made to hang its reader is read, or refused for what it is, soon', () => {
  const cases: [string, string][] = [
    ['style sheets of opened comments', `<style>${'/*'.repeat(1_000_000)}</style>`],
    ['style sheets of names without end', `<style>${'a,'.repeat(1_000_000)}{color:red}</style>`],
    ['style sheets of blanks', `<style>a${' '.repeat(1_000_000)}</style><p style="${' '.repeat(500_000)}:x">Hub</p>`],
    ['style sheets of opened braces', `<style>${'{'.repeat(1_500_000)}</style>`],
    ['colours with brackets in each other', `<p style="background:${'a('.repeat(2_400)}">Hub</p>`.repeat(1_500)],
    ['scripts that never end', '</style><script>'.repeat(200_000)],
  ]
  for (const [what, page] of cases) {
    test(what, async () => {
      const content = bytesOf(`<html><body><p>Open a hub</p>${page}</body></html>`)
      const read = await readInChild({ name: 'plan.html', content }, SOON)
      if (!read.ok) assert.doesNotMatch(read.refusal.kind, /^took-too/, read.refusal.sentence)
    })
  }
})

test('a rule is found in braces within braces, after a comment, and after one that is not closed properly', async () => {
  const sheet = styleSheetOf('/* a { */ @media print { .red, td.hot { background: red } } } .gone { display: none }')
  assert.deepEqual([...sheet.keys()], ['.red', '.hot', '.gone'])
  assert.equal(sheet.get('.hot')?.[0]?.tag, 'td')
  assert.equal(sheet.get('.gone')?.[0]?.style.isHidden, true)
  assert.equal(styleSheetOf('.a { color: red } /* .b { display: none }').size, 0)
})

test('what follows a script that ends is read', async () => {
  const reading = await readText('<html><body><script>if (a<b) {}</script><p>Open a hub</p></body></html>', 'plan.html')
  assert.match(JSON.stringify(reading), /Open a hub/)
})

test('elements whose ends may be left out do not overrun the reader either, however deep they stand', async () => {
  for (const tag of ['<o:p>', '<td><table><tr>', '<body>', '<p><div>']) {
    const content = bytesOf(`<html><body>${tag.repeat(20_000)}Open a hub</body></html>`)
    const read = await readDocument({ name: 'plan.html', content })
    if (!read.ok) assert.match(read.refusal.sentence, /inside each other without end/)
  }
})

test('a table of HTML in Markdown is refused as a page is when its parts stand inside each other without end', async () => {
  for (const tag of ['<td><table><tr>', '<div>', '<o:p>']) {
    const inside = tag.repeat(20_000)
    const ends = tag.includes('<table>') ? '</table>'.repeat(20_000) : ''
    const content = bytesOf(`# Plan\n\n<table><tr><td>${inside}Open a hub${ends}</td></tr></table>\n`)
    const read = await readInChild({ name: 'plan.md', content }, SOON)
    assert.ok(!read.ok, tag)
    assert.match(read.refusal.sentence, /^plan\.md puts its parts inside each other without end/, tag)
  }
})
