import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { circlesIn } from './circles.ts'
import { isForTests, roomOf, type Source, sourcesIn } from './source.ts'

/** What each module may use besides itself, the design, the platform and the kernel. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  audit: [],
  people: ['audit', 'reading'],
  files: ['audit', 'people'],
  messages: ['audit', 'people'],
  privacy: ['audit', 'people'],
  reading: [],
  papers: [],
  plan: ['audit', 'people', 'files', 'reading', 'papers'],
  programme: ['audit', 'people', 'files', 'reading', 'plan', 'papers'],
  governance: ['audit', 'people', 'files', 'reading', 'plan', 'programme', 'papers'],
}

/** Of a document's reading, people may use what reads a list's rows, and nothing that knows plans. */
const PEOPLE_READ = ['readListInChild']

/** The rooms below each room; a room may always use itself. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  platform: ['kernel'],
  design: ['platform', 'kernel'],
  ...Object.fromEntries(
    Object.entries(MODULES).map(([name, others]) => [
      `modules/${name}`,
      ['design', 'platform', 'kernel', ...others.map((other) => `modules/${other}`)],
    ]),
  ),
}

/** Those that put the house together may use all of it. */
const ABOVE_ALL = ['surfaces', 'house', 'demo']

describe('who imports whom', () => {
  let sources: readonly Source[]
  before(async () => {
    sources = (await sourcesIn('src/**/*.{ts,tsx}', 'demo/**/*.ts')).filter((source) => !isForTests(source))
  })

  const arrows = () =>
    sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ file, values }) => (file === null ? [] : [{ from: path, to: file, runs: values.length > 0 }])),
    )

  test('every room of the house is in the picture', () => {
    const rooms = new Set(sources.map(({ path }) => roomOf(path)))
    assert.deepEqual(
      [...rooms].filter((room) => !(room in BELOW) && !ABOVE_ALL.includes(room)),
      [],
    )
  })

  test('imports go down the picture, never up or across', () => {
    const wrong = arrows().filter(({ from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)]
      return room !== other && !ABOVE_ALL.includes(room) && !BELOW[room]?.includes(other)
    })
    assert.deepEqual(wrong, [])
  })

  test('a module is entered by its front door', () => {
    const wrong = arrows().filter(
      ({ from, to }) =>
        roomOf(to).startsWith('modules/') && roomOf(from) !== roomOf(to) && to !== `src/${roomOf(to)}/index.ts`,
    )
    assert.deepEqual(wrong, [])
  })

  test('people read lists, and nothing else of reading', () => {
    const read = sources
      .filter(({ path }) => roomOf(path) === 'modules/people')
      .flatMap(({ imports }) => imports)
      .filter(({ file }) => file !== null && roomOf(file) === 'modules/reading')
      .flatMap(({ values }) => values)
    assert.deepEqual([...new Set(read)], PEOPLE_READ)
  })

  test('nobody imports what puts the house together, but the way in', () => {
    const wrong = arrows().filter(({ from, to }) => roomOf(to) === 'house' && !ABOVE_ALL.includes(roomOf(from)))
    assert.deepEqual(wrong, [])
  })

  test('nothing that runs imports a test or a builder of tests', () => {
    assert.deepEqual(
      arrows().filter(({ to }) => isForTests({ path: to })),
      [],
    )
  })

  test('no imports of what runs go in a circle', () => {
    assert.deepEqual(circlesIn(arrows().filter(({ runs }) => runs)), [])
  })

  test('the kernel uses no package, and of Node only what hashes', () => {
    const packages = sources
      .filter(({ path }) => roomOf(path) === 'kernel')
      .flatMap(({ path, imports }) =>
        imports
          .filter(
            ({ file, from, values }) => file === null && !(from === 'node:crypto' && values.join() === 'createHash'),
          )
          .map(({ from }) => `${path}: ${from}`),
      )
    assert.deepEqual(packages, [])
  })

  test('each module has a front door of at most 35 lines', () => {
    for (const name of Object.keys(MODULES)) {
      const door = sources.find(({ path }) => path === `src/modules/${name}/index.ts`)
      assert.ok(door, `${name} has no index.ts`)
      const lines = door.text.trimEnd().split('\n').length
      assert.ok(lines <= 35, `the index.ts of ${name} has ${lines} lines`)
    }
  })
})
