import type { PersonKey } from './people.ts'

export type BodyKind = 'board' | 'executive' | 'lead-group' | 'sub-group' | 'committee'
export type DemoBody = {
  readonly name: string
  readonly shortName: string
  readonly kind: BodyKind
  readonly chair: PersonKey
  /** the chair is not repeated here */
  readonly members: readonly PersonKey[]
}

/** Who meets to run the plan. No chair of a lead group leads an action of that group, so nobody accepts their own words. */
export const demoBodies = {
  board: {
    name: 'Children and Young People’s Partnership Board',
    shortName: 'Board',
    kind: 'board',
    chair: 'marguerite-osei',
    members: [
      'gareth-pennock',
      'ruth-lindqvist',
      'callum-strachan',
      'helena-brandt',
      'kofi-amankwah',
      'meilin-foss',
      'farah-siddiqui',
      'niamh-corrigan',
      'winifred-tansley',
    ],
  },
  executive: {
    name: 'Partnership Executive',
    shortName: 'Executive',
    kind: 'executive',
    chair: 'gareth-pennock',
    members: ['ruth-lindqvist', 'callum-strachan', 'siobhan-keady', 'paul-ferreira', 'imogen-adeyemi'],
  },
  'best-start': {
    name: 'Best Start Group',
    shortName: 'Best Start',
    kind: 'lead-group',
    chair: 'paul-ferreira',
    members: ['tomasz-wieczorek', 'nadia-rahmani', 'anjali-thevar', 'helena-brandt'],
  },
  learning: {
    name: 'Learning and Inclusion Group',
    shortName: 'Learning',
    kind: 'lead-group',
    chair: 'siobhan-keady',
    members: ['dev-chaudhary', 'helena-brandt', 'kofi-amankwah', 'leila-farrokh', 'farah-siddiqui', 'ruth-lindqvist'],
  },
  safe: {
    name: 'Safe and Protected Group',
    shortName: 'Safe',
    kind: 'lead-group',
    chair: 'callum-strachan',
    members: ['patience-mutasa', 'yusuf-demir', 'tess-wyatt', 'anjali-thevar', 'niamh-corrigan'],
  },
  'healthy-minds': {
    name: 'Healthy Minds Group',
    shortName: 'Healthy Minds',
    kind: 'lead-group',
    chair: 'ruth-lindqvist',
    members: ['owen-maddrell', 'leila-farrokh', 'paul-ferreira', 'meilin-foss'],
  },
  care: {
    name: 'Care and Next Steps Group',
    shortName: 'Care',
    kind: 'lead-group',
    chair: 'kofi-amankwah',
    members: ['angharad-voyle', 'bea-tolland', 'harriet-bellweather', 'niamh-corrigan'],
  },
  voice: {
    name: 'Voice and Belonging Group',
    shortName: 'Voice',
    kind: 'lead-group',
    chair: 'farah-siddiqui',
    members: ['jerome-baptiste', 'niamh-corrigan', 'imogen-adeyemi'],
  },
  inspectors: {
    name: 'Young Inspectors Panel',
    shortName: 'Young Inspectors',
    kind: 'sub-group',
    chair: 'niamh-corrigan',
    members: ['jerome-baptiste'],
  },
  scrutiny: {
    name: 'Children’s Scrutiny Committee',
    shortName: 'Scrutiny',
    kind: 'committee',
    chair: 'winifred-tansley',
    members: [],
  },
} as const satisfies Record<string, DemoBody>

export type BodyKey = keyof typeof demoBodies
