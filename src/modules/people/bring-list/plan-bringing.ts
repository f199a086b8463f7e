import { valueAt } from '../../../kernel/value-at.ts'
import type { OrganisationKind } from '../directory/directory.ts'
import { checkPerson } from '../persons/check-person.ts'
import {
  type Answers,
  type Contact,
  type DirectoryKnown,
  type OrganisationMeant,
  type PersonKnown,
  type PersonMeant,
  SOMEBODY_ELSE,
  type Step,
} from './bringing.ts'
import type { ListRow } from './list-row.ts'
import { plainName, whoIsMeant } from './who-is-meant.ts'

/** Somebody an earlier line is about, with what it says of them. */
type Seen = Contact & {
  readonly line: number
  readonly meant: PersonMeant
  readonly organisation: string
  readonly posts: readonly string[]
}

const KINDS: Readonly<Record<string, OrganisationKind>> = {
  council: 'council',
  'local authority': 'council',
  nhs: 'nhs',
  health: 'nhs',
  police: 'police',
  school: 'school',
  'school or schools trust': 'school',
  schools: 'school',
  college: 'college',
  charity: 'charity',
  'voluntary sector': 'charity',
  'young people': 'young-people',
  other: 'other',
}

/**
 * What would happen with each row of a list, and why. Nothing is guessed: where two may be meant, or a name comes with another address and
 * another organisation, the row is unclear and left out until somebody says who it is. Empty cells change nothing, no post is taken from
 * whoever holds it, and nobody is renamed. Matching by address, then by name, makes the same list a second time change nothing.
 */
export function planBringing(rows: readonly ListRow[], known: DirectoryKnown, answers: Answers): readonly Step[] {
  const seen: Seen[] = []
  const made = new Map<string, OrganisationMeant>()
  const filled = new Map<string, number>()
  return rows.map((row): Step => {
    const organisation = organisationOf(row, known, made)
    const step = sharing(stepFor(row, known, answers, seen, organisation), filled)
    if (organisation?.kind === 'new' && step.organisation)
      made.set(organisation.key, { ...organisation, isMade: false })
    return step
  })
}

/** Where two lines give one post, says so: they hold it together. */
function sharing(step: Step, filled: Map<string, number>): Step {
  if (!step.post) return step
  const of =
    step.organisation?.name ?? (step.person?.kind === 'known' ? step.person.person.organisation?.name : '') ?? ''
  const key = `${plainName(step.post.name)} of ${plainName(of)}`
  const line = filled.get(key)
  if (line === undefined) {
    filled.set(key, step.row.line)
    return step
  }
  return { ...step, says: [...step.says, `They hold it together with whoever line ${line} names`] }
}

const NOTHING = { choices: [], person: null, contact: null, set: {}, post: null } as const

function stepFor(
  row: ListRow,
  known: DirectoryKnown,
  answers: Answers,
  seen: Seen[],
  organisation: OrganisationMeant | null,
): Step {
  const leftOut = (...says: readonly string[]): Step => ({
    ...NOTHING,
    row,
    outcome: 'left-out',
    says,
    organisation: null,
  })
  if (row.name === '') {
    if (row.email !== '' || row.mobile !== '' || row.post !== '') return leftOut('It has no name')
    if (!organisation) return leftOut('It has neither a name nor an organisation')
    const isNew = organisation.kind === 'new' && organisation.isMade
    return { ...NOTHING, row, outcome: isNew ? 'new' : 'same', says: madeWords(organisation, row), organisation }
  }
  const checked = checkPerson(row)
  if (!checked.ok) return leftOut(...checked.refusal.problems.map(({ message }) => message))
  const contact = checked.value
  const earlier = seen.find(({ name, email }) => plainName(name) === plainName(contact.name) && email === contact.email)
  if (earlier) return again(row, contact, earlier, known, organisation, leftOut)
  const other = seen.find(({ email }) => email !== null && email.toLowerCase() === contact.email?.toLowerCase())
  if (other) return leftOut(`Line ${other.line} has this address for somebody of another name`)

  const who = whoIsMeant(contact, row.organisation, known.people, answers.get(row.line))
  if (who.kind === 'left')
    return leftOut(`${who.person.name} left. If they came back, undo the leaving or add them by hand`)
  if (who.kind === 'unclear') {
    const choices = [
      ...who.candidates.map((person) => ({ value: person.id, text: `${person.name}${aside(person)}` })),
      { value: SOMEBODY_ELSE, text: 'Somebody else, who is added' },
    ]
    return { ...NOTHING, row, outcome: 'unclear', says: [who.why], choices, organisation: null }
  }
  const meant: PersonMeant = who.kind === 'known' ? who : { kind: 'new', line: row.line, isMade: true }
  const sameAs = seen.find(
    (one) => one.meant.kind === 'known' && meant.kind === 'known' && one.meant.person.id === meant.person.id,
  )
  if (sameAs) return leftOut(`Line ${sameAs.line} is about ${contact.name} too and says something else`)
  seen.push({
    ...contact,
    line: row.line,
    meant,
    organisation: plainName(row.organisation),
    posts: [plainName(row.post)],
  })
  return personStep(row, contact, meant, known, organisation)
}

/** A further line about somebody: another post of theirs, or the same again. */
function again(
  row: ListRow,
  contact: Contact,
  earlier: Seen,
  known: DirectoryKnown,
  organisation: OrganisationMeant | null,
  leftOut: (...says: readonly string[]) => Step,
): Step {
  const isSame = earlier.organisation === plainName(row.organisation) && earlier.mobile === contact.mobile
  if (!isSame) return leftOut(`Line ${earlier.line} is about ${contact.name} too and says something else`)
  if (earlier.posts.includes(plainName(row.post))) return leftOut(`Line ${earlier.line} says the same`)
  const meant = earlier.meant.kind === 'new' ? { ...earlier.meant, isMade: false } : earlier.meant
  return personStep(row, contact, meant, known, organisation)
}

function personStep(
  row: ListRow,
  contact: Contact,
  meant: PersonMeant,
  known: DirectoryKnown,
  organisation: OrganisationMeant | null,
): Step {
  const person = meant.kind === 'known' ? meant.person : null
  const { post, says } = postOf(row, known, meant, organisation)
  const set = person ? changesOf(person, contact, organisation) : {}
  const isAdded = meant.kind === 'new' && meant.isMade
  const words = [
    ...(isAdded ? [`${contact.name} is added`] : []),
    ...(set.email
      ? [person?.email ? `The address ${person.email} becomes ${set.email}` : `The address ${set.email} is added`]
      : []),
    ...(set.mobile
      ? [person?.mobile ? `The number ${person.mobile} becomes ${set.mobile}` : `The number ${set.mobile} is added`]
      : []),
    ...(set.movesOrganisation
      ? [`They move ${person?.organisation ? `from ${person.organisation.name} ` : ''}to ${organisation?.name ?? ''}`]
      : []),
    ...(organisation?.kind === 'new' ? madeWords(organisation, row) : []),
    ...says,
  ]
  const isChanged =
    Object.keys(set).length > 0 || post !== null || (organisation?.kind === 'new' && organisation.isMade)
  const outcome = isAdded ? 'new' : isChanged ? 'changed' : 'same'
  return { row, outcome, says: words, choices: [], organisation, person: meant, contact, set, post }
}

function changesOf(
  person: PersonKnown,
  { email, mobile }: Contact,
  organisation: OrganisationMeant | null,
): Step['set'] {
  const moves = organisation && (organisation.kind === 'new' || organisation.id !== person.organisation?.id)
  return {
    ...(email && email.toLowerCase() !== person.email?.toLowerCase() && { email }),
    ...(mobile && mobile !== person.mobile && { mobile }),
    ...(moves && { movesOrganisation: true as const }),
  }
}

function postOf(
  row: ListRow,
  known: DirectoryKnown,
  meant: PersonMeant,
  organisation: OrganisationMeant | null,
): { readonly post: Step['post']; readonly says: readonly string[] } {
  if (row.post === '') return { post: null, says: [] }
  const of =
    organisation?.kind === 'known' ? organisation.id : organisation ? undefined : (personOrganisation(meant) ?? null)
  const named = known.posts.filter((post) => plainName(post.name) === plainName(row.post))
  const fitting = of === null ? named : named.filter(({ organisationId }) => organisationId === of)
  const found = fitting.find(({ holders }) => holders.some(({ id }) => id === knownId(meant))) ?? fitting[0]
  if (!found) return { post: { kind: 'new', name: row.post }, says: [`The post ${row.post} is added, and theirs`] }
  if (found.holders.some(({ id }) => id === knownId(meant))) return { post: null, says: [] }
  if (fitting.length > 1)
    return { post: null, says: [`Not done: several posts are called ${found.name}. Say which on its page`] }
  if (found.holders.length > 0) {
    const names = found.holders.map(({ name }) => name).join(', ')
    return { post: null, says: [`Not done: ${found.name} is held by ${names}. Fill it on its page`] }
  }
  return { post: { kind: 'take', id: found.id, name: found.name }, says: [`The vacant post ${found.name} is theirs`] }
}

function knownId(meant: PersonMeant) {
  return meant.kind === 'known' ? meant.person.id : null
}

function personOrganisation(meant: PersonMeant) {
  return meant.kind === 'known' ? (meant.person.organisation?.id ?? null) : null
}

function organisationOf(
  { organisation, organisationKind }: ListRow,
  known: DirectoryKnown,
  made: ReadonlyMap<string, OrganisationMeant>,
): OrganisationMeant | null {
  if (organisation === '') return null
  const key = plainName(organisation)
  const here = known.organisations.find(({ name, names }) => [name, ...names].some((each) => plainName(each) === key))
  if (here) return { kind: 'known', id: here.id, name: here.name }
  const kind = valueAt(KINDS, plainName(organisationKind)) ?? 'other'
  return made.get(key) ?? { kind: 'new', key, name: organisation, organisationKind: kind, isMade: true }
}

function madeWords(organisation: OrganisationMeant, row: ListRow): readonly string[] {
  if (organisation.kind === 'known' || !organisation.isMade) return []
  const isKind = row.organisationKind === '' || valueAt(KINDS, plainName(row.organisationKind)) !== undefined
  const doubt = isKind ? '' : `, as “Other”: “${row.organisationKind}” is no kind the directory has`
  return [`${organisation.name} is added to the organisations${doubt}`]
}

function aside({ email, organisation }: PersonKnown): string {
  const more = [organisation?.name, email].filter(Boolean).join(', ')
  return more === '' ? '' : ` (${more})`
}
