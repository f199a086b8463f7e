import { readEndings } from '../plan/read-disposal.ts'
import type { Claim, Where } from '../plan-reading.ts'
import type { Comparable } from './comparable.ts'
import type { Ending } from './how-it-ended.ts'
import { stem } from './words.ts'

/** A total that a document claims in its prose, beside what its own rows come to. */
export type CheckedClaim = {
  readonly document: 'plan' | 'report'
  readonly text: string
  readonly where: Where
  readonly claimed: number
  readonly counted: number
  readonly agrees: boolean
  /** what was counted of that document: "rows whose words say completed" */
  readonly about: string
  /** out of how many */
  readonly of: number
  /** the ids of the rows counted */
  readonly members: readonly string[]
  readonly note: string | null
}

export type Endings = ReadonlyMap<string, Ending>

/** Claims held against rows. A total of things that cannot be counted here is in `notChecked`, never guessed. */
export type ClaimCheck = {
  readonly checked: readonly CheckedClaim[]
  readonly notChecked: readonly (Claim & { readonly document: 'plan' | 'report' })[]
}

export const ROWS_COUNTED = 'rows'
export const ENDED_ROWS = 'rows whose words say'
const ROWS = new Set(['actions', 'milestones', 'commitments', 'recommendations'])

/** Holds every total that a document claims against what its own rows say. */
export function checkClaims(document: 'plan' | 'report', side: Comparable, endings: Endings): ClaimCheck {
  const results = side.claims.map((claim) => ({ claim, checked: checkClaim(document, claim, side, endings) }))
  return {
    checked: results.flatMap(({ checked }) => (checked ? [checked] : [])),
    notChecked: results.flatMap(({ claim, checked }) => (checked ? [] : [{ ...claim, document }])),
  }
}

function checkClaim(
  document: 'plan' | 'report',
  claim: Claim,
  side: Comparable,
  endings: Endings,
): CheckedClaim | null {
  const counted = countFor(claim, side, endings)
  if (!counted) return null
  const { text, where, figure } = claim
  return {
    document,
    text,
    where,
    claimed: figure,
    counted: counted.count,
    agrees: figure === counted.count,
    about: counted.about,
    of: counted.of,
    members: counted.members,
    note: counted.note,
  }
}

type Counted = Pick<CheckedClaim, 'about' | 'of' | 'members' | 'note'> & { readonly count: number }

function countFor({ about, text }: Claim, side: Comparable, endings: Endings): Counted | null {
  const { rows } = side
  if (ROWS.has(about)) {
    return {
      count: rows.length,
      about: ROWS_COUNTED,
      of: rows.length,
      members: rows.map(({ id }) => id),
      note: null,
    }
  }
  const kinds = kindsFor(about, text)
  if (kinds) {
    const members = rows.filter(({ id }) => kinds.has(endings.get(id)?.kind ?? '')).map(({ id }) => id)
    const said = [...kinds].map((kind) => kind.replace('-', ' ')).join(' or ')
    const silent = rows.filter(({ id }) => !endings.has(id)).length
    const note =
      silent === 0
        ? null
        : `${silent} more of the ${rows.length} rows do not say how they ended, so they cannot be counted.`
    return {
      count: members.length,
      about: `${ENDED_ROWS} ${said}`,
      of: rows.length,
      members,
      note,
    }
  }
  const level = side.levels.find(({ name }) => isNamed(name, about))
  return level
    ? { count: level.count, about: `headings called ${level.name}`, of: level.count, members: [], note: null }
    : null
}

/** "3 needed more work and went into the next plan" speaks of what was carried forward. */
function kindsFor(about: string, text: string): ReadonlySet<string> | null {
  switch (about) {
    case 'completed':
      return new Set(['completed'])
    case 'carried-forward':
      return new Set(['carried-forward'])
    case 'in-progress':
      return new Set(['in-progress'])
    case 'further-work': {
      const isCarried = readEndings(text).some(({ kind }) => kind === 'carried-forward')
      return new Set(isCarried ? ['carried-forward'] : ['carried-forward', 'in-progress'])
    }
    default:
      return null
  }
}

function isNamed(level: string, about: string): boolean {
  return level.toLowerCase().split(/\s+/).map(stem).includes(stem(about))
}
