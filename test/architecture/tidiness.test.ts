import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { isForTests, nodesOf, type Source, sourcesIn, textOfFile } from './source.ts'

const LONGEST_FILE = 250
const isCheckout = existsSync(new URL('../../.git', import.meta.url))

describe('what is written', () => {
  let sources: readonly Source[]
  before(async () => {
    sources = await sourcesIn('{src,demo,test,bin}/**/*.{ts,tsx}')
  })

  test(`no file is longer than ${LONGEST_FILE} lines`, () => {
    const long = sources
      .filter(({ path }) => !path.endsWith('.generated.ts'))
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE)
    assert.deepEqual(long, [])
  })

  test('a table of words is looked into by valueAt alone, for its keys may come from anywhere', () => {
    const wrong = sources
      .filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/design/islands/') && !isForTests({ path }))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\bconst ([A-Z_]+): (?:Readonly<)?Record<string,/g)]
          .filter(([, name]) => new RegExp(`\\b${name}\\[(?!')`).test(text))
          .map(([, name]) => `${path}: ${name}[…]`),
      )
    assert.deepEqual(wrong, [])
  })

  test('pages write no raw HTML, no style and no script in a tag', () => {
    const wrong = sources.flatMap(({ path, tree }) => rawHtml(tree).map((what) => `${path}: ${what}`))
    assert.deepEqual(wrong, [])
  })
})

describe('what is committed', { skip: isCheckout ? false : 'this is not a checkout of the repository' }, () => {
  const committed = () => execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n')
  const words = (parts: readonly string[]) => parts.join('')

  test('names no folder of the machine it was written on', () => {
    const folders = [words(['/wor', 'k/']), words(['/tmp/ba', 'sh']), words(['/roo', 't/']), words(['/ho', 'me/'])]
    const wrong = committed()
      .filter(
        (path) =>
          existsSync(path) && /\.(ts|tsx|mjs|js|json|md|sh|sql|scss|typ|yml|yaml|html|svg)$|^bin\/|^\.ci\//.test(path),
      )
      .flatMap((path) =>
        folders.filter((folder) => textOfFile(path).includes(folder)).map((folder) => `${path}: ${folder}`),
      )
    assert.deepEqual(wrong, [])
  })

  test('judges no test by how long it took: machines differ', () => {
    const measures = /(?:performance|Date)\.now\(\)\s*-|process\.hrtime/
    assert.deepEqual(
      committed().filter((path) => /\.test\.tsx?$/.test(path) && existsSync(path) && measures.test(textOfFile(path))),
      [],
    )
  })

  test('fetches packages from the public registry and nowhere else', () => {
    const hosts = [...textOfFile('package-lock.json').matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].map(
      ([, host]) => host,
    )
    assert.deepEqual(
      [...new Set(hosts)].filter((host) => host !== 'https://registry.npmjs.org'),
      [],
    )
  })
})

function rawHtml(tree: Source['tree']): readonly string[] {
  const found: string[] = []
  for (const node of nodesOf(tree)) {
    if (node.type === 'JSXAttribute' && node.name.type === 'JSXIdentifier') {
      const { name } = node.name
      if (name === 'style' || name === 'dangerouslySetInnerHTML' || (/^on[A-Za-z]/.test(name) && name !== 'once'))
        found.push(name)
    }
    if (node.type === 'JSXOpeningElement' && node.name.type === 'JSXIdentifier') {
      const hasSource = node.attributes.some(
        (each) => each.type === 'JSXAttribute' && each.name.type === 'JSXIdentifier' && each.name.name === 'src',
      )
      if (node.name.name === 'style' || (node.name.name === 'script' && !hasSource)) found.push(`<${node.name.name}>`)
    }
    if (node.type === 'MemberExpression' && node.property.type === 'Identifier') {
      if (['innerHTML', 'outerHTML', 'insertAdjacentHTML'].includes(node.property.name)) found.push(node.property.name)
    }
  }
  return found
}
