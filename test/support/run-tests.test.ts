import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trellis-run-tests-'))
  await writeTest('good', "test('holds', () => {}); test('waits', { skip: 'no such document here' }, () => {})")
  await writeTest('bad', "test('breaks', () => { throw new Error('the sky is green') })")
  await writeTest('broken', "throw new Error('cannot even begin')")
  await writeTest('noisy', "test('talks', () => { console.log('hello') })")
  await writeTest('unready', "test('later', { todo: true }, () => {})")
  await writeTest(
    'open',
    "import { createServer } from 'node:net'\ntest('opens', () => createServer().listen(0)); test('breaks', () => { throw new Error('the sky is green') })",
  )
  await writeTest('empty', '')
})
after(() => rm(folder, { recursive: true, force: true }))

function writeTest(name: string, body: string): Promise<void> {
  return writeFile(join(folder, `${name}.test.ts`), `import { test } from 'node:test'\n${body}\n`)
}

type Ran = { readonly code: number; readonly lines: readonly string[]; readonly said: string }

function runTests(...names: readonly string[]): Promise<Ran> {
  const script = join(import.meta.dirname, 'run-tests.ts')
  const files = names.map((name) => join(folder, `${name}.test.ts`))
  const options = { cwd: join(import.meta.dirname, '../..'), env: { PATH: process.env.PATH } }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', script, ...files], options, (problem, said) => {
      resolve({ code: Number(problem?.code ?? 0), lines: said.trimEnd().split('\n'), said })
    })
  })
}

describe('bin/test', () => {
  test('ends well, with the count last, when every test holds; what was skipped is named with its reason', async () => {
    const { code, lines, said } = await runTests('good')
    assert.equal(code, 0)
    assert.equal(lines.at(-1), '1 passed, 0 failed')
    assert.match(said, /waits: no such document here/)
  })

  test('a test that breaks is named with its reason, and fails the run', async () => {
    const { code, lines, said } = await runTests('good', 'bad')
    assert.equal(code, 1)
    assert.equal(lines.at(-1), '1 passed, 1 failed')
    assert.match(said, /bad\.test\.ts: breaks\n\s+Error: the sky is green/)
  })

  test('a file that cannot be run, words on the console, and a test still to be written all fail the run', async () => {
    const { code, lines, said } = await runTests('broken', 'noisy', 'unready')
    assert.equal(code, 1)
    assert.equal(lines.at(-1), '1 passed, 3 failed')
    assert.match(said, /cannot even begin/)
    assert.match(said, /noisy\.test\.ts: wrote to the console/)
    assert.match(said, /later: is marked as still to do/)
  })

  test('a test that fails and leaves a server open holds up nobody', async () => {
    assert.equal((await runTests('open')).lines.at(-1), '1 passed, 1 failed')
  })

  test('a run of no test fails', async () => {
    assert.deepEqual([(await runTests('empty')).code, (await runTests('nowhere')).code], [1, 1])
  })
})
