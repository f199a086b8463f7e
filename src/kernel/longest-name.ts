/** Letters of a name that somebody types, of whatever it is; it must fit a heading, a list and a mail's subject. */
export const LONGEST_NAME = 200

/** What is wrong with a name that somebody typed, under its field; nothing when it is there and fits. */
export function nameProblems(name: string, missing: string, field = 'name') {
  if (name === '') return [{ field, message: missing }]
  return name.length > LONGEST_NAME ? [{ field, message: `Shorten the name to ${LONGEST_NAME} characters` }] : []
}
