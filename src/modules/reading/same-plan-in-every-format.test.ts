import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { zip } from '../../../test/support/zip.ts'
import { aDocx, bytesOf, docxParagraph, docxTable, markdownTable, readBytes } from './reading.factory.ts'

const words = fc
  .array(fc.constantFrom('open', 'hub', 'families', 'children', 'early', 'help', 'Café', '40%', 'a&b', 'review'), {
    minLength: 4,
    maxLength: 9,
  })
  .map((some) => some.join(' '))
const action = fc.record({
  text: words.map((text) => `Open ${text}`),
  measure: words,
  when: fc.constantFrom('May 2026', 'Quarterly Oct & Jan', '30 June 2026', 'Ongoing'),
  lead: fc.constantFrom('Ann Lee', 'Hub group Bob Ray', 'Head of Care'),
})
const plan = fc.array(fc.array(action, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 3 })
const NAMES = ['Ref', 'Action', 'Measure', 'Timescale', 'Lead']
type Part = { readonly title: string; readonly rows: readonly (readonly string[])[] }

test('the same plan as a web page, OpenDocument, Word and Markdown reads to the same parts and actions', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (sections) => {
      const parts = sections.map(
        (actions, at): Part => ({
          title: `Priority ${at + 1}: Well children of the borough`,
          rows: actions.map(({ text, measure, when, lead }, row) => [
            `${at + 1}.${row + 1}`,
            text,
            measure,
            when,
            lead,
          ]),
        }),
      )
      const readings = await Promise.all(
        Object.entries(WRITERS).map(async ([name, write]) => {
          const { parts: found, actions } = await readBytes(write(parts), `plan.${name}`)
          return {
            parts: found.map((part) => [part.ref, part.title, part.level]),
            actions: actions.map(({ where, sourceText, ...said }) => said),
          }
        }),
      )
      assert.deepEqual(
        readings[0]?.actions.map((each) => each.text),
        parts.flatMap(({ rows }) => rows.map((row) => row[1])),
      )
      for (const reading of readings) assert.deepEqual(reading, readings[0])
    }),
    { numRuns: 40 },
  )
})

const WRITERS: Readonly<Record<string, (parts: readonly Part[]) => Uint8Array>> = {
  md: (parts) =>
    bytesOf(parts.map(({ title, rows }) => `## ${title}\n\n${markdownTable([NAMES, ...rows])}`).join('\n\n')),
  html: (parts) =>
    bytesOf(
      `<!doctype html>${parts.map(({ title, rows }) => `<h2>${title}</h2><table>${[NAMES, ...rows].map((row) => `<tr>${row.map((cell) => `<td>${xml(cell)}</td>`).join('')}</tr>`).join('')}</table>`).join('')}`,
    ),
  docx: (parts) =>
    aDocx(parts.map(({ title, rows }) => docxParagraph(title, 'H1') + docxTable([NAMES, ...rows])).join('')),
  odt: (parts) =>
    zip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      {
        name: 'content.xml',
        content: `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>${parts
          .map(
            ({ title, rows }) =>
              `<text:h text:outline-level="2">${title}</text:h><table:table>${[NAMES, ...rows].map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell><text:p>${xml(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`,
          )
          .join('')}</office:text></office:body></office:document-content>`,
      },
    ]),
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
