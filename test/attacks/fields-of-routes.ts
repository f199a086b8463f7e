import { type Case, cases, someRecords } from '../architecture/access-cases.ts'
import { ROUTES } from '../architecture/route-list.ts'
import { nodesOf, sourcesIn } from '../architecture/source.ts'
import type { SmallPartnership, Somebody } from '../support/partnership.ts'
import { visit } from '../support/visit.ts'

/** How a visitor meets a field. Each kind is read by other code, so each meets every hostile input. */
export const FIELD_KINDS = ['line', 'area', 'choice', 'day', 'hidden', 'button', 'code', 'query', 'path'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** One thing of a request that a visitor fills in; `usual` is what belongs there. */
export type Field = { readonly name: string; readonly kind: FieldKind; readonly usual: string }

/** Like a case of the access tests; null where anybody at all may use the route. */
type Known = Omit<Case, 'mayUse'> & { readonly mayUse: Case['mayUse'] | null }

/** One request, by somebody who may make it, and everything that can be filled in. */
export type Target = {
  readonly route: string
  readonly url: string
  readonly as: Somebody | null
  readonly fields: readonly Field[]
}

/** These end a draft, a record, a seat: tried after everything that needs them. */
const LATE = /discard|adoption|removal|undo|end|verdict|again|return|leaving|without/
/** And these end the visit itself. */
export const LAST = /password|sessions|sign-out/

/** Every route there is, each by somebody who may use it, the public ones by a stranger. */
export async function targetsOf(town: SmallPartnership): Promise<readonly Target[]> {
  const records = cases(await someRecords(town))
  const [queryNames, formNames, onPages] = await Promise.all([
    namesOfQueries(),
    namesOfForms(),
    fieldsOnPages(town, records),
  ])
  const open = Object.keys(ROUTES)
    .filter((route) => ROUTES[route] === 'public')
    .map((route) => ({ route, url: route.split(' ')[1] ?? '', mayUse: null }))
  const fieldsOf = ({ route, url, fields = {} }: Known): readonly Field[] => {
    if (route.startsWith('GET')) return queryNames.map((name) => ({ name, kind: 'query', usual: '' }))
    const known = new Map((onPages.get(url) ?? []).map((field) => [field.name, field]))
    for (const [name, usual] of Object.entries(fields))
      known.set(name, { name, kind: known.get(name)?.kind ?? 'line', usual })
    // A route whose page shows no form gets every name that the code looks for in any form.
    const usable = known.size > 1 ? [] : formNames.map((name): Field => ({ name, kind: 'code', usual: 'words' }))
    return [...known.values(), ...usable.filter(({ name }) => !known.has(name))]
  }
  return [...open, ...records]
    .map((each) => ({ route: each.route, url: each.url, as: userOf(each, town), fields: fieldsOf(each) }))
    .sort((a, b) => lateness(a) - lateness(b))
}

function userOf({ mayUse }: Pick<Known, 'mayUse'>, town: SmallPartnership): Somebody | null {
  if (mayUse === null) return null
  return town[
    (['lead', 'chair', 'viewer'] as const).find((each) => mayUse.includes(each) && !mayUse.includes('manager')) ??
      'manager'
  ]
}

function lateness({ route }: Target): number {
  if (LAST.test(route)) return 3
  return route.includes('adoption') || route.includes('discard') ? 2 : Number(LATE.test(route))
}

/** The names under which the code looks into a query, anywhere: `query.page`. */
async function namesOfQueries(): Promise<readonly string[]> {
  return namesIn((node) => {
    if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return null
    const { object } = node
    const isQuery =
      (object.type === 'Identifier' && object.name === 'query') ||
      (object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'query')
    return isQuery ? node.property.name : null
  })
}

/** The names under which the code looks into a form, anywhere: `words(form, 'title')`. */
async function namesOfForms(): Promise<readonly string[]> {
  return namesIn((node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return null
    if (!['words', 'allWords'].includes(node.callee.name)) return null
    const name = node.arguments[1]
    return name?.type === 'Literal' && typeof name.value === 'string' ? name.value : null
  })
}

type Node = ReturnType<typeof nodesOf> extends Iterable<infer Each> ? Each : never

async function namesIn(nameOf: (node: Node) => string | null): Promise<readonly string[]> {
  const names = new Set<string>()
  for (const { tree } of await sourcesIn('src/**/*.{ts,tsx}')) {
    for (const node of nodesOf(tree)) {
      const name = nameOf(node)
      if (name !== null) names.add(name)
    }
  }
  return [...names].sort()
}

/** The fields of every form on the pages of the town, by the address that the form is sent to. */
async function fieldsOnPages(
  town: SmallPartnership,
  records: readonly Case[],
): Promise<ReadonlyMap<string, readonly Field[]>> {
  const found = new Map<string, readonly Field[]>()
  for (const each of records) {
    const as = userOf(each, town)
    if (!as || !each.route.startsWith('GET') || /export|\.pdf|progress|files/.test(each.route)) continue
    const { html } = await visit(as, each.url)
    for (const [, attributes = '', inside = ''] of html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
      const action = /action="([^"]*)"/.exec(attributes)?.[1] ?? each.url
      const fields = [...(found.get(action) ?? []), ...fieldsIn(inside)]
      found.set(action, [...new Map(fields.map((field) => [field.name, field])).values()])
    }
  }
  return found
}

function fieldsIn(html: string): readonly Field[] {
  return [...html.matchAll(/<(input|textarea|select|button)([^>]*)>/g)].flatMap(([, tag = '', attributes = '']) => {
    const name = / name="([^"]+)"/.exec(attributes)?.[1]
    const type = / type="([^"]+)"/.exec(attributes)?.[1] ?? ''
    const usual = / value="([^"]*)"/.exec(attributes)?.[1] ?? 'words'
    return name && type !== 'file' ? [{ name, kind: kindOf(tag, type), usual }] : []
  })
}

function kindOf(tag: string, type: string): FieldKind {
  if (tag === 'textarea') return 'area'
  if (tag === 'button') return 'button'
  if (tag === 'select' || type === 'radio' || type === 'checkbox') return 'choice'
  if (['date', 'month', 'number'].includes(type)) return 'day'
  return type === 'hidden' ? 'hidden' : 'line'
}
