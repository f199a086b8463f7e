import { readFileSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { type Node, parseSync } from 'oxc-parser'

/** A file of the house, parsed. */
export type Source = {
  /** from the root of the checkout: `src/kernel/day.ts` */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly tree: Node
}

export type Import = {
  /** the file imported, from the root of the checkout; null for a package */
  readonly file: string | null
  /** the specifier as written: `kysely`, `./day.ts` */
  readonly from: string
  /** the names imported that are more than types; `*` for all of them */
  readonly values: readonly string[]
}

export const ROOT = resolve(import.meta.dirname, '../..')

/** The files of some folders, parsed, in the order of their paths. */
export async function sourcesIn(...patterns: readonly string[]): Promise<readonly Source[]> {
  const paths: string[] = []
  for await (const path of glob([...patterns], { cwd: ROOT })) paths.push(path)
  return Promise.all(paths.sort().map(async (path) => parse(path, await readFile(join(ROOT, path), 'utf8'))))
}

/** Tests and builders may reach into a module's rooms. */
export function isForTests({ path }: Pick<Source, 'path'>): boolean {
  return /\.(test|factory)\.tsx?$/.test(path) || path.startsWith('test/')
}

/** Which room of the house a path is in: `kernel`, `platform`, `design`, `modules/plan`, `surfaces`, `house`, `demo`. */
export function roomOf(path: string): string {
  const [top = '', room = '', name = ''] = path.split('/')
  if (top !== 'src') return top
  if (room === 'modules') return `modules/${name}`
  return ['kernel', 'platform', 'design', 'surfaces'].includes(room) ? room : 'house'
}

/** Every node of a file's tree, the outermost first. */
export function* nodesOf(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const each of node) yield* nodesOf(each)
  if (!isNode(node)) return
  yield node
  for (const child of Object.values(node)) if (typeof child === 'object') yield* nodesOf(child)
}

/** The file that a module's index takes a name from; the index itself when it makes the name. */
export function originOf(index: Source, name: string): string {
  for (const node of nodesOf(index.tree)) {
    if (node.type !== 'ExportNamedDeclaration' || !node.source) continue
    const hasName = node.specifiers.some(({ exported }) => 'name' in exported && exported.name === name)
    if (hasName) return join(dirname(index.path), node.source.value)
  }
  return index.path
}

function parse(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const imported = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    values:
      entries.length === 0
        ? ['*']
        : entries.filter(({ isType }) => !isType).map(({ importName }) => importName.name ?? '*'),
  }))
  const passedOn = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType, importName }) =>
      moduleRequest ? [{ from: moduleRequest.value, values: isType ? [] : [importName.name ?? '*'] }] : [],
    )
  const inTheMiddle = module.dynamicImports.map(({ moduleRequest }) => ({
    from: text.slice(moduleRequest.start, moduleRequest.end).replaceAll(/['"`]/g, ''),
    values: ['*'],
  }))
  const imports = [...imported, ...passedOn, ...inTheMiddle].map((each) => ({ ...each, file: fileOf(path, each.from) }))
  return { path, text, imports, tree: program }
}

function fileOf(importer: string, from: string): string | null {
  return from.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(importer), from)) : null
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The text of a file of the checkout. */
export function textOfFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
