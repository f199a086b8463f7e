type Arrow = { readonly from: string; readonly to: string }

/** The circles among arrows, each once, as the places on its way round. */
export function circlesIn(arrows: readonly Arrow[]): readonly (readonly string[])[] {
  const next = Map.groupBy(arrows, ({ from }) => from)
  const circles: string[][] = []
  const done = new Set<string>()
  const walk = (place: string, way: readonly string[]): void => {
    const at = way.indexOf(place)
    if (at >= 0) circles.push([...way.slice(at), place])
    if (at >= 0 || done.has(place)) return
    for (const { to } of next.get(place) ?? []) walk(to, [...way, place])
    done.add(place)
  }
  for (const place of next.keys()) walk(place, [])
  return circles
}
