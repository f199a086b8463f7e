export type Sector = 'council' | 'health' | 'police' | 'education' | 'charity' | 'other'
export type DemoOrganisation = { readonly name: string; readonly sector: Sector }

/** The partners of the invented borough. None of them exists. */
export const demoOrganisations = {
  partnership: { name: 'Calverhythe Children and Young People’s Partnership', sector: 'other' },
  council: { name: 'Calverhythe Borough Council', sector: 'council' },
  'care-board': { name: 'NHS Saltern Coast Integrated Care Board', sector: 'health' },
  'community-trust': { name: 'Saltern Coast Community Health NHS Trust', sector: 'health' },
  'hospital-trust': { name: 'Hythewater Hospitals NHS Trust', sector: 'health' },
  police: { name: 'Saltern Constabulary', sector: 'police' },
  'schools-trust': { name: 'Tidewater Schools Trust', sector: 'education' },
  college: { name: 'Calverhythe College', sector: 'education' },
  hearthlight: { name: 'Hearthlight Families', sector: 'charity' },
  'open-boat': { name: 'Open Boat Young Carers', sector: 'charity' },
  'kite-and-anchor': { name: 'Kite and Anchor Youth Projects', sector: 'charity' },
  'parent-carers': { name: 'Calverhythe Parent Carer Circle', sector: 'other' },
  'youth-council': { name: 'Calverhythe Youth Council', sector: 'other' },
} as const satisfies Record<string, DemoOrganisation>

export type OrganisationKey = keyof typeof demoOrganisations
