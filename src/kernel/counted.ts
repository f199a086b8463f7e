/** "1 action", "82 actions", "3 priorities". */
export function counted(count: number, one: string, many = plural(one)): string {
  return `${count} ${count === 1 ? one : many}`
}

/** The plural of a name such as a plan gives its levels: "Priorities", "Aims", "Branches"; "Outcomes" is one already. */
function plural(one: string): string {
  if (/[^aeiou]y$/i.test(one)) return `${one.slice(0, -1)}ies`
  if (/[^suia]s$/i.test(one)) return one
  return /(?:s|x|z|ch|sh)$/i.test(one) ? `${one}es` : `${one}s`
}
