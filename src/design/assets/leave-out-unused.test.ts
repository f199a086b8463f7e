import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { leaveOutUnused, UNUSED } from './leave-out-unused.ts'

const SOURCES = join(import.meta.dirname, '..', '..')

describe('styles that dress nothing', () => {
  test('are left out, with the blocks that held nothing else', () => {
    const css = [
      '.govuk-summary-card{a:b}',
      '.govuk-table,.govuk-summary-card .govuk-table{c:d}',
      '@media print{.govuk-radios--small .x:not(.y,.z){e:f}}',
      '@media print{.govuk-link{g:h}.govuk-link--muted{i:j}}',
    ].join('')
    assert.equal(leaveOutUnused(css), '.govuk-table{c:d}@media print{.govuk-link{g:h}}')
  })

  test('are of classes that no file of ours names', async () => {
    const files = (await readdir(SOURCES, { recursive: true })).filter(
      (name) => /\.tsx?$/.test(name) && !/\/leave-out-unused/.test(name),
    )
    const words = (await Promise.all(files.map((name) => readFile(join(SOURCES, name), 'utf8')))).join('\n')
    assert.deepEqual(
      UNUSED.filter((name) => words.includes(name)),
      [],
    )
  })
})
