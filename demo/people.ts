import type { OrganisationKey } from './organisations.ts'

export type DemoPerson = {
  readonly name: string
  readonly post: string
  readonly organisation: OrganisationKey
  readonly email: string
}

type Row = readonly [name: string, post: string, organisation: OrganisationKey]

/** Everyone in the story, all invented. The key is the name as it stands in the address. */
const ROWS = {
  'imogen-adeyemi': ['Imogen Adeyemi', 'Partnership Manager', 'council'],
  'marguerite-osei': ['Marguerite Osei', 'Independent Chair of the Partnership Board', 'partnership'],
  'gareth-pennock': ['Gareth Pennock', "Director of Children's Services", 'council'],
  'tomasz-wieczorek': ['Tomasz Wieczorek', 'Head of Early Help and Family Hubs', 'council'],
  'siobhan-keady': ['Siobhan Keady', 'Head of Learning', 'council'],
  'dev-chaudhary': ['Dev Chaudhary', 'Head of Inclusion and SEND', 'council'],
  'patience-mutasa': ['Patience Mutasa', 'Head of Safeguarding', 'council'],
  'yusuf-demir': ['Yusuf Demir', 'Exploitation and Missing Coordinator', 'council'],
  'angharad-voyle': ['Angharad Voyle', 'Head of Care and Leaving Care', 'council'],
  'bea-tolland': ['Bea Tolland', 'Virtual School Head', 'council'],
  'harriet-bellweather': ['Harriet Bellweather', 'Housing Options Manager', 'council'],
  'paul-ferreira': ['Paul Ferreira', 'Public Health Consultant', 'council'],
  'winifred-tansley': ['Winifred Tansley', "Councillor, Chair of the Children's Scrutiny Committee", 'council'],
  'judith-ellery': ['Judith Ellery', 'Libraries Development Manager', 'council'],
  'ruth-lindqvist': ['Ruth Lindqvist', "Children's Commissioning Lead", 'care-board'],
  'nadia-rahmani': ['Nadia Rahmani', 'Health Visiting Service Lead', 'community-trust'],
  'owen-maddrell': ['Owen Maddrell', "Children's Mental Health Service Manager", 'community-trust'],
  'leila-farrokh': ['Leila Farrokh', 'Consultant Paediatrician', 'hospital-trust'],
  'callum-strachan': ['Callum Strachan', 'Detective Superintendent, Public Protection', 'police'],
  'tess-wyatt': ['Tess Wyatt', 'Inspector, Schools and Neighbourhoods', 'police'],
  'helena-brandt': ['Helena Brandt', 'Chief Executive', 'schools-trust'],
  'kofi-amankwah': ['Kofi Amankwah', 'Vice Principal', 'college'],
  'anjali-thevar': ['Anjali Thevar', 'Family Services Director', 'hearthlight'],
  'meilin-foss': ['Meilin Foss', 'Chief Executive', 'open-boat'],
  'jerome-baptiste': ['Jerome Baptiste', 'Director', 'kite-and-anchor'],
  'farah-siddiqui': ['Farah Siddiqui', 'Coordinator', 'parent-carers'],
  'niamh-corrigan': ['Niamh Corrigan', 'Participation Worker', 'youth-council'],
} as const satisfies Record<string, Row>

export type PersonKey = keyof typeof ROWS

/** The people by key, each with an address that leads nowhere: `.example` is kept free of real owners. */
export const demoPeople: ReadonlyMap<PersonKey, DemoPerson> = new Map(personKeys().map((key) => [key, personOf(key)]))

function personKeys(): PersonKey[] {
  return Object.keys(ROWS).filter(isPersonKey)
}

function isPersonKey(key: string): key is PersonKey {
  return Object.hasOwn(ROWS, key)
}

function personOf(key: PersonKey): DemoPerson {
  const [name, post, organisation] = ROWS[key]
  return { name, post, organisation, email: `${key.replace('-', '.')}@calverhythe.example` }
}
