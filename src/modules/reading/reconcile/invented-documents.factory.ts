import type { Comparable, ComparableRow } from './comparable.ts'

/** A row of an invented document. */
export function aRow(overrides: Partial<ComparableRow> & { readonly id: string }): ComparableRow {
  return {
    ref: null,
    text: 'Open a toy library in every ward',
    measure: null,
    leadWords: null,
    trail: [],
    narrative: null,
    progressRating: null,
    impactRating: null,
    timescaleWords: null,
    others: [],
    where: {},
    ...overrides,
  }
}

export function aDocument(rows: readonly ComparableRow[], overrides: Partial<Comparable> = {}): Comparable {
  return { name: 'plan.md', title: null, rows, passages: [], claims: [], levels: [], ratingKey: [], ...overrides }
}

const VERBS = ['Open', 'Review', 'Commission', 'Train', 'Publish', 'Extend', 'Evaluate', 'Recruit', 'Launch', 'Audit']
const THINGS =
  `toy libraries,school gardens,foster carers,mentors,speech clinics,cycle training,reading clubs,youth cafes,parent forums,dental checks,
sleep clinics,swimming lessons,breakfast clubs,homework rooms,music tuition,family hubs,night shelters,kinship grants,sensory rooms,debt advice`.split(
    /,\s*/,
  )
const PEOPLE =
  `toddlers,pupils aged nine,care leavers,young carers,new parents,refugee families,deaf children,travelling families,school leavers,
grandparents,boys in key stage two,expectant mothers,children in foster homes,young offenders,siblings`.split(/,\s*/)
const PLACES =
  `Millbrook,Ashford ward,Harbour Row,the northern villages,Oldcastle,the Quarry estate,Riverside,Eastgate,the market towns,Broomfield`.split(
    /,\s*/,
  )
const AIMS = ['A good start', 'Doing well at school', 'Safe at home', 'Heard and included', 'Ready for work']

/** A plan of so many different actions under five aims, numbered within each: every action is a sentence of its own. */
export function aPlanOf(count: number): Comparable {
  const perAim = Math.ceil(count / AIMS.length)
  const rows = Array.from({ length: count }, (_, at) => {
    const aim = Math.floor(at / perAim)
    return aRow({
      id: `p${at + 1}`,
      ref: `${aim + 1}.${(at % perAim) + 1}`,
      text: sentence(at),
      measure: at % 3 === 0 ? 'Progress report' : `${10 + (at % 90)} families`,
      leadWords: `${pick(PLACES, at * 3)} group`,
      trail: [AIMS[aim] ?? 'More'],
    })
  })
  return aDocument(rows)
}

/** The same rows as a report tells them: other ids, in another order, perhaps with other numbers, each with a narrative. */
export function reportOn(
  plan: Comparable,
  order: readonly number[] = [...plan.rows.keys()],
  renumber: (ref: string | null, at: number) => string | null = (ref) => ref,
): Comparable {
  return aDocument(
    order.flatMap((from, at) => {
      const row = plan.rows[from]
      return row ? [{ ...row, id: `r-${row.id}`, ref: renumber(row.ref, at), narrative: 'It went as planned.' }] : []
    }),
    { name: 'report.md' },
  )
}

/** Counts in mixed bases, so that no two positions below 30,000 have the same words. */
function sentence(at: number): string {
  const verb = pick(VERBS, at)
  const thing = pick(THINGS, Math.floor(at / 10))
  const people = pick(PEOPLE, Math.floor(at / 200) + at * 7)
  const place = pick(PLACES, Math.floor(at / 3000) + at * 3)
  return `${verb} ${thing} for ${people} in ${place}`
}

function pick(from: readonly string[], at: number): string {
  return from[at % from.length] ?? ''
}
