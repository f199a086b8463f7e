import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { isForTests, nodesOf, originOf, roomOf, type Source, sourcesIn } from './source.ts'

/** These read, write or show, and their names say so; so does a use case, which has the name of its folder. */
const SHELL_KINDS = /\.(store|route|routes)\.ts$|\.tsx$|\/index\.ts$|\/([a-z-]+)\/\2\.ts$/

/** Files of the shell whose names do not say so. Every other file of the modules is a pure rule. */
const SHELL: readonly string[] = [
  'files/check-room.ts',
  'programme/reporters.ts',
  'programme/sheet-file.ts',
  'programme/periods/find-closed-plan.ts',
  'programme/periods/rows-known-at.ts',
  'programme/movement/find-movement.ts',
  'programme/reporting-record/view-record/see-record.ts',
  'programme/periods/view-period/see-period.ts',
  'programme/updates/update-writer.ts',
  'programme/updates/write-update/keep-words.ts',
  'programme/year-end/why-closed.ts',
  'files/keep-scanning.ts',
  'files/scan-file.ts',
  'governance/board-report/make-board-report.ts',
  'papers/compile-paper.ts',
  'papers/paper-child.ts',
  'papers/render-pdf.ts',
  'people/anchors/keep-anchors.ts',
  'people/anchors/send-anchors.ts',
  'people/bring-list/scan-list.ts',
  'people/bodies/end-body.ts',
  'people/bodies/give-seat.ts',
  'people/bodies/keep-body.ts',
  'people/invite/accept.ts',
  'people/leaving/leave.ts',
  'people/leaving/undo-leaving.ts',
  'people/organisations/keep-organisation.ts',
  'people/persons/keep-person.ts',
  'people/posts/end-post.ts',
  'people/posts/keep-post.ts',
  'people/role-grants/change-role.ts',
  'people/sign-in/account-holders.ts',
  'people/sign-in/account/own-change.ts',
  'people/sign-in/account/standing.ts',
  'people/sign-in/accounts.ts',
  'people/sign-in/by-mail/open-by-address.ts',
  'people/sign-in/by-mail/send-letter.ts',
  'people/sign-in/doors.ts',
  'people/sign-in/identify.ts',
  'people/sign-in/keyring.ts',
  'people/sign-in/password/common-passwords.ts',
  'people/sign-in/password/new-password.ts',
  'people/sign-in/sign-on/provider-door.ts',
  'people/sign-in/sign-on/admit.ts',
  'plan/change-draft/refused.ts',
  'plan/change-draft/save-draft.ts',
  'plan/keep-versions.ts',
  'plan/reconcile/run-comparison.ts',
  'plan/reconcile/see-comparison.ts',
  'plan/upload-document/run-reading.ts',
  'programme/asking/ask-tonight.ts',
  'programme/calendar-feeds/make-calendar.ts',
  'programme/asking/keep-asking.ts',
  'programme/asking/plan-requests.ts',
  'programme/asking/tell-sent-back.ts',
  'programme/asking/tell-steps.ts',
  'privacy/erasure/erase-person.ts',
  'privacy/retention/apply-retention.ts',
  'privacy/retention/set-period.ts',
  'programme/plan-pages/as-at/plan-as-at.ts',
  'programme/points/keep-points.ts',
  'programme/asking/late-warnings.ts',
  'programme/asking/new-link.ts',
  'programme/waiting/carry-waits.ts',
  'programme/waiting/settle-waiters.ts',
  'programme/waiting/steps-and-waits.ts',
  'programme/asking/send-link/change-link.ts',
  'programme/asking/send-link/send-link.ts',
  'programme/updates/bulk/upload-answers/look-at-answers.ts',
  'programme/updates/by-link/ask-for-link.ts',
  'programme/updates/by-link/find-link.ts',
  'programme/updates/by-link/show-update.ts',
  'programme/updates/write-update/take-update.ts',
  'programme/updates/write-update/submit-update.ts',
  'programme/updates/write-update/update-view.ts',
  'reading/lists/read-list-child.ts',
  'reading/lists/read-list-in-child.ts',
  'reading/read-document.ts',
  'reading/read-in-child.ts',
  'reading/reading-child.ts',
  'reading/reconcile/compare-child.ts',
  'reading/reconcile/compare-in-child.ts',
].map((path) => `src/modules/${path}`)

/** Rules all the same, though their folder has their name. */
const RULES_OF_THEIR_FOLDER = [
  'src/modules/programme/movement/movement.ts',
  'src/modules/governance/board-report/board-report.ts',
  'src/modules/plan/plan.ts',
]

/** Libraries that compute and touch nothing. */
const PURE_PACKAGES = [
  '@e965/xlsx',
  '@e965/xlsx/dist/cpexcel.full.mjs',
  'node:buffer',
  'node:util',
  'node:zlib',
  'cheerio/slim',
  'csv-parse/sync',
  'pdfjs-dist/legacy/build/pdf.mjs',
  'csv-stringify/sync',
  'docx',
  'fflate',
  'file-type',
  'ical-generator',
  'write-excel-file/node',
  'saxes',
  'yauzl',
  'zod',
]

/** What a rule may use of the rooms between it and the kernel: it reads a form, and names a colour. */
const PURE_BELOW = ['src/platform/http/form.ts', 'src/design/ratings/rating-colours.ts']

describe('pure rules', () => {
  let sources: readonly Source[]
  let byPath: ReadonlyMap<string, Source>
  before(async () => {
    sources = (await sourcesIn('src/**/*.{ts,tsx}')).filter((source) => !isForTests(source))
    byPath = new Map(sources.map((source) => [source.path, source]))
  })

  const isRule = (path: string) =>
    roomOf(path).startsWith('modules/') &&
    (RULES_OF_THEIR_FOLDER.includes(path) || !(SHELL_KINDS.test(path) || SHELL.includes(path)))
  const isPure = (file: string) => roomOf(file) === 'kernel' || isRule(file) || PURE_BELOW.includes(file)

  /** The file each imported value is made in, past the front doors it comes through. */
  const origins = (file: string, values: readonly string[]): readonly string[] => {
    const index = file.endsWith('/index.ts') ? byPath.get(file) : undefined
    return index ? values.map((name) => originOf(index, name)) : [file]
  }

  test('rules use the kernel, other rules and libraries that only compute', () => {
    const wrong = sources
      .filter(({ path }) => isRule(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ values }) => values.length > 0)
          .flatMap(({ file, from, values }) =>
            file === null
              ? PURE_PACKAGES.includes(from)
                ? []
                : [`${path} uses ${from}`]
              : origins(file, values)
                  .filter((origin) => !isPure(origin))
                  .map((origin) => `${path} uses ${origin}`),
          ),
      )
    assert.deepEqual(wrong, [])
  })

  test('most of the code of the modules is rules, and the list of the shell holds only files there are', () => {
    assert.ok(sources.filter(({ path }) => isRule(path)).length >= 60)
    assert.deepEqual(
      [...SHELL, ...RULES_OF_THEIR_FOLDER].filter((path) => !byPath.has(path)),
      [],
    )
  })

  test('reading a document uses nothing of the house but the kernel, and a process of its own', () => {
    const wrong = sources
      .filter(({ path }) => roomOf(path) === 'modules/reading')
      .flatMap(({ path, imports }) => imports.map(({ file }) => ({ path, file })))
      .filter(({ file }) => file !== null && !['kernel', 'modules/reading'].includes(roomOf(file)))
      .filter(({ file }) => !file?.startsWith('src/platform/child-process/'))
    assert.deepEqual(wrong, [])
  })

  test('the clock, chance and the environment are touched in the platform and the settings only', () => {
    const wrong = sources
      .filter(({ path }) => roomOf(path) !== 'platform' && path !== 'src/config.ts' && !path.includes('/islands/'))
      .flatMap((source) => unsteady(source).map((what) => `${source.path} uses ${what}`))
    assert.deepEqual(wrong, [])
  })
})

/** What gives another answer the next time it is asked. */
function unsteady({ tree, imports }: Source): readonly string[] {
  const found: string[] = []
  for (const node of nodesOf(tree)) {
    if (node.type === 'Identifier' && node.name === 'Date') found.push('Date')
    if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') continue
    if (node.property.type !== 'Identifier') continue
    const said = `${node.object.name}.${node.property.name}`
    if (['Temporal.Now', 'Math.random', 'process.env', 'performance.now', 'crypto.randomUUID'].includes(said)) {
      found.push(said)
    }
  }
  const random = imports
    .filter(({ from }) => /^(node:)?crypto$/.test(from))
    .flatMap(({ values }) => values.filter((name) => /^(random|getRandom|webcrypto|\*)/.test(name)))
  return [...found, ...random]
}
