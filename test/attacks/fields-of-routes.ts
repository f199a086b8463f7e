import type { Case } from '../architecture/access-cases.ts'
import { nodesOf, sourcesIn } from '../architecture/source.ts'
import type { SmallPartnership } from '../support/partnership.ts'
import { visit } from '../support/visit.ts'

/** The names under which the code looks into a query, anywhere. */
export async function queryNames(): Promise<readonly string[]> {
  const names = new Set<string>()
  for (const { tree } of await sourcesIn('src/**/*.{ts,tsx}')) {
    for (const node of nodesOf(tree)) {
      if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') continue
      const { object } = node
      const isQuery =
        (object.type === 'Identifier' && object.name === 'query') ||
        (object.type === 'MemberExpression' &&
          object.property.type === 'Identifier' &&
          object.property.name === 'query')
      if (isQuery) names.add(node.property.name)
    }
  }
  return [...names].sort()
}

/** The names under which the code looks into a form, anywhere: `words(form, 'title')`. */
export async function formNames(): Promise<readonly string[]> {
  const names = new Set<string>()
  for (const { tree } of await sourcesIn('src/**/*.{ts,tsx}')) {
    for (const node of nodesOf(tree)) {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') continue
      if (!['words', 'allWords'].includes(node.callee.name)) continue
      const name = node.arguments[1]
      if (name?.type === 'Literal' && typeof name.value === 'string') names.add(name.value)
    }
  }
  return [...names].sort()
}

type Fields = Readonly<Record<string, string>>

/** The fields of every form that the manager's pages show, with what stands in them, by the address it is sent to. */
export async function fieldsOnPages(
  town: SmallPartnership,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, Fields>> {
  const found = new Map<string, Fields>()
  for (const { route, url } of cases) {
    if (!route.startsWith('GET') || /export|\.pdf|progress|files/.test(route)) continue
    for (const as of [town.manager, town.lead, town.chair]) {
      const { html } = await visit(as, url)
      for (const [, attributes = '', inside = ''] of html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
        const action = /action="([^"]*)"/.exec(attributes)?.[1] ?? url
        found.set(action, { ...found.get(action), ...fieldsIn(inside) })
      }
    }
  }
  return found
}

function fieldsIn(html: string): Fields {
  const named = [...html.matchAll(/<(?:input|textarea|select|button)([^>]*)>/g)].map(
    ([, attributes = '']) => attributes,
  )
  return Object.fromEntries(
    named.flatMap((attributes) => {
      const name = / name="([^"]+)"/.exec(attributes)?.[1]
      return name ? [[name, / value="([^"]*)"/.exec(attributes)?.[1] ?? 'words']] : []
    }),
  )
}
