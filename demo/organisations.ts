import type { OrganisationKind } from '../src/modules/people/index.ts'

export type DemoOrganisation = { readonly name: string; readonly kind: OrganisationKind }

/** The partners of the invented borough. None of them exists. */
export const demoOrganisations = {
  partnership: { name: 'Calverhythe Children and Young People’s Partnership', kind: 'other' },
  council: { name: 'Calverhythe Borough Council', kind: 'council' },
  'care-board': { name: 'NHS Saltern Coast Integrated Care Board', kind: 'nhs' },
  'community-trust': { name: 'Saltern Coast Community Health NHS Trust', kind: 'nhs' },
  'hospital-trust': { name: 'Hythewater Hospitals NHS Trust', kind: 'nhs' },
  police: { name: 'Saltern Constabulary', kind: 'police' },
  'schools-trust': { name: 'Tidewater Schools Trust', kind: 'school' },
  college: { name: 'Calverhythe College', kind: 'college' },
  hearthlight: { name: 'Hearthlight Families', kind: 'charity' },
  'open-boat': { name: 'Open Boat Young Carers', kind: 'charity' },
  'kite-and-anchor': { name: 'Kite and Anchor Youth Projects', kind: 'charity' },
  'parent-carers': { name: 'Calverhythe Parent Carer Circle', kind: 'other' },
  'youth-council': { name: 'Calverhythe Youth Council', kind: 'young-people' },
} as const satisfies Record<string, DemoOrganisation>

/** A trust that another one took over, so many months before the demo's plan begins. */
export const demoEnded = {
  organisation: { name: 'Saltern Family Care NHS Trust', kind: 'nhs' },
  successor: 'community-trust',
  monthsBefore: 7,
} as const satisfies { organisation: DemoOrganisation; successor: OrganisationKey; monthsBefore: number }

/** A post that nobody holds. */
export const demoVacancy = { name: 'Youth Justice Service Manager', organisation: 'council' } as const satisfies {
  name: string
  organisation: OrganisationKey
}

export type OrganisationKey = keyof typeof demoOrganisations
