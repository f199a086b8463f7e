import { readFileSync } from 'node:fs'
import { sharedFolder } from '../../src/modules/reading/shared-documents.factory.ts'
import type { ExpectedAction } from './expected.ts'
import type { Trial } from './shared-truth.ts'

export const SEEDS = sharedFolder('seeds')

/** The three seeds with tables of actions; their rows by a rule of their own, simpler than the reader's and made for just these files. */
export function seedTrials(): Trial[] {
  return [
    seedTrial('000', (lines) => rowsByReference(lines, '|', ['text', 'measure', 'timescale', 'lead'])),
    seedTrial('001', (lines) => rowsByReference(lines, '\t', ['text', 'measure'])),
    seedTrial('004', rowsByDate),
  ].flat()
}

function seedTrial(number: string, rowsOf: (lines: readonly string[]) => ExpectedAction[]): Trial[] {
  const fileName = SEEDS.names.find((name) => name.startsWith(number))
  if (fileName === undefined) return []
  const content = readFileSync(new URL(fileName, SEEDS.url))
  const actions = rowsOf(content.toString('utf8').split('\n'))
  const name = `seed ${number}`
  return [{ expected: { name, layout: 'ruled table', count: actions.length, actions }, content, fileName }]
}

type Row = { ref?: string; text: string; measure?: string; timescale?: string; lead?: string }

/** A row begins with a reference such as 7.11; a line whose only words stand under the text goes on with the row before. */
function rowsByReference(
  lines: readonly string[],
  separator: string,
  fields: readonly ('text' | 'measure' | 'timescale' | 'lead')[],
): ExpectedAction[] {
  const rows: Row[] = []
  for (const line of lines) {
    if (!line.includes(separator)) continue
    const cells = line.split(separator).map((cell) => cell.trim())
    const at = cells.findIndex((cell) => /^\d{1,2}\.\d\d$/.test(cell))
    const filled = cells.filter((cell) => cell !== '')
    if (at !== -1) {
      const values = cells.slice(at + 1).filter((cell) => cell !== '')
      rows.push({
        ...Object.fromEntries(fields.map((field, index) => [field, values[index]])),
        ref: cells[at] ?? '',
        text: values[0] ?? '',
      })
    } else if (filled.length < 3 && !/[-]{3}/.test(line) && !/^Strategic Aim/.test(filled[0] ?? '')) {
      const last = rows.at(-1)
      if (last && filled[0]) last.text = `${last.text} ${filled[0]}`
    }
  }
  return rows
}

/** A row has a date in its second column; one without goes on with the row before, column by column; an outcome's heading ends them. */
function rowsByDate(lines: readonly string[]): ExpectedAction[] {
  let isOpen = false
  const rows: Required<Omit<Row, 'ref' | 'measure'>>[] = []
  for (const line of lines) {
    if (!line.startsWith('|') || /^[|\s-]+$/.test(line)) continue
    const [, text = '', timescale = '', lead = ''] = line.split('|').map((cell) => cell.trim())
    if (/^OUTCOME /.test(text)) isOpen = false
    const last = isOpen ? rows.at(-1) : undefined
    if (/\d{4}$/.test(timescale)) {
      isOpen = true
      rows.push({ text, timescale, lead })
    } else if (last && timescale === '') {
      last.text = `${last.text} ${text}`.trim()
      last.lead = `${last.lead} ${lead}`.trim()
    }
  }
  return rows.map((row) => ({ ...row, progress: null, impact: null }))
}
