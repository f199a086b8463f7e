import type { Directory, Known, KnownId } from './directory.ts'

/** How one of the directory is called in a box with suggestions, where no two may be called the same. */
export type Label = { readonly text: string; readonly known: Known }

const KIND = { person: 'person', post: 'post', body: 'body', organisation: 'organisation' } as const satisfies Record<
  KnownId['kind'],
  string
>

/** A label for each of these kinds: a person by name, with their post where two have it; everything else with what it is. */
export function labelsOf(directory: Directory, kinds: readonly KnownId['kind'][]): readonly Label[] {
  const { people, posts, bodies, organisations } = directory
  const all: readonly (Label & { readonly more: string })[] = [
    ...people.map(({ id, name, post }) => label({ kind: 'person', id, name }, name, post ?? '')),
    ...posts.map(({ id, name, of }) => label({ kind: 'post', id, name }, `${name} (${KIND.post})`, of ?? '')),
    ...bodies.map(({ id, name }) => label({ kind: 'body', id, name }, `${name} (${KIND.body})`, '')),
    ...organisations.map(({ id, name }) =>
      label({ kind: 'organisation', id, name }, `${name} (${KIND.organisation})`, ''),
    ),
  ]
  const wanted = all.filter(({ known }) => kinds.includes(known.kind))
  return apart(wanted)
}

/** Whom somebody means who typed this: a label, whatever its capitals, or a name that only one has; undefined for nobody. */
export function knownBy(labels: readonly Label[], typed: string): Known | undefined {
  const said = plain(typed)
  const exact = labels.filter(({ text }) => plain(text) === said)
  const named = exact.length > 0 ? exact : labels.filter(({ known }) => plain(known.name) === said)
  return named.length === 1 ? named[0]?.known : undefined
}

function label(known: Known, text: string, more: string): Label & { readonly more: string } {
  return { known, text, more }
}

function apart(all: readonly (Label & { readonly more: string })[]): readonly Label[] {
  const byText = Map.groupBy(all, ({ text }) => plain(text))
  return all.map(({ known, text, more }) => {
    const same = byText.get(plain(text)) ?? []
    if (same.length < 2) return { known, text }
    const withMore = same.filter((each) => each.more === more)
    const number = withMore.findIndex((each) => each.known.id === known.id) + 1
    const told = more === '' ? text : `${text}, ${more}`
    return { known, text: withMore.length < 2 ? told : `${told} [${number}]` }
  })
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
