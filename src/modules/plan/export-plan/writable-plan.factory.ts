import fc from 'fast-check'
import type { WritableAction, WritablePlan } from '../../reading/index.ts'
import { hostileWords as words } from './hostile-words.factory.ts'

const said = fc.option(words, { nil: null })
const when = fc.constantFrom(
  'May 2026',
  'Sept',
  '30 June 2026',
  'Quarterly Oct & Jan',
  'Ongoing',
  'Q3 2026/27',
  'end of autumn term 2026',
  '~~May 2026~~ June 2026',
  'See above',
  'March 26',
  '=May 2026',
)
const lead = fc.constantFrom(
  'Ann Lee',
  'Hub group Ann Lee/Bob Ray',
  'Lee, Ann',
  'Head of Care, Youth Service',
  'Education Alliance',
  '+44 Ann',
)
const levelName = fc.constantFrom(
  'Aim',
  'Objective',
  'Strategic Aim',
  'Action',
  'Section',
  'aim',
  '',
  'Level 2',
  'Why this is important',
  'Aim 1',
  'Aim: x',
  'Aim (level 2)',
  'Plan',
)

type Branch = {
  ref: string | null
  title: string
  why: string | null
  success: string | null
  points: string[]
  aligned: string[]
  leadWords: string | null
  actions: Content[]
  under: Branch[]
}
type Content = {
  ref: string | null
  text: string
  measure: string | null
  when: string | null
  leadWords: string | null
} & Pick<WritableAction, 'narrative' | 'progressRating' | 'impactRating' | 'disposal'>

const rating = fc.record({
  text: fc.oneof(fc.constantFrom('Amber', 'GREEN', 'Delayed', 'red or green', 'shaded blue', 'B'), words),
  key: fc.constantFrom('blue', 'red', 'amber', 'green', 'grey', null),
})
const disposal = fc.record({
  kind: fc.constantFrom(
    'completed',
    'carried-forward',
    'merged',
    'stopped',
    'transferred',
    'not-reported',
    'in-progress',
  ),
  words: fc.constant(''),
})
/** What a document says of how an action went: most say nothing, and some a colour or an ending that their words do not. */
const howItWent = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  fc.record(
    {
      narrative: fc.option(
        fc.oneof(words, fc.constantFrom('Completed in May', 'c/f to next year', 'This report is still pending')),
        { nil: null },
      ),
      progressRating: fc.option(rating, { nil: null }),
      impactRating: fc.option(rating, { nil: null }),
      disposal: fc.option(disposal, { nil: null }),
    },
    { requiredKeys: [] },
  ),
)

const plain = fc.record({
  ref: fc.option(fc.oneof(fc.constantFrom('1.1', '1.10', '1.100', 'A4', '3a', '=1', '01'), words), { nil: null }),
  text: words,
  measure: said,
  when: fc.option(fc.oneof({ weight: 4, arbitrary: when }, { weight: 1, arbitrary: words }), { nil: null }),
  leadWords: fc.option(fc.oneof(lead, words), { nil: null }),
})
const action: fc.Arbitrary<Content> = fc.tuple(plain, howItWent).map(([own, said]) => ({ ...own, ...said }))
const { branch } = fc.letrec<{ branch: Branch }>((tie) => ({
  branch: fc.record({
    ref: fc.option(fc.constantFrom('1', '1.10', 'A', '2:1', '"x"', '12'), { nil: null }),
    title: words,
    why: said,
    success: said,
    points: fc.array(words, { maxLength: 3 }),
    aligned: fc.array(words, { maxLength: 2 }),
    leadWords: fc.option(lead, { nil: null }),
    actions: fc.array(action, { maxLength: 3 }),
    under: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<Branch[]>([]),
      fc.array(tie('branch'), { maxLength: 2 }),
    ),
  }),
}))
const shapes = fc.record({
  title: said,
  period: fc.constantFrom(
    null,
    { starts: '2026-04-01', endsBefore: '2027-04-01' },
    { starts: '2014-09-01', endsBefore: '2017-08-20' },
  ),
  levels: fc.array(levelName, { maxLength: 3 }),
  loose: fc.array(action, { maxLength: 2 }),
  branches: fc.array(branch, { minLength: 1, maxLength: 3 }),
})

/** Plans of any shape, with words that are hostile to one format or another. */
export const writablePlans: fc.Arbitrary<WritablePlan> = shapes.map(({ loose, branches: some, ...about }) =>
  aWritablePlan(about, loose, some),
)

export const NOTHING = { title: null, period: null, levels: [] }

/** A plan as it can be written, from its branches. */
export function aWritablePlan(
  about: Pick<WritablePlan, 'title' | 'period' | 'levels'>,
  loose: readonly Content[],
  branches: readonly Branch[],
): WritablePlan {
  const parts: WritablePlan['parts'][number][] = []
  const actions: WritablePlan['actions'][number][] = []
  const add = (contents: readonly Content[], part: string | null) => {
    for (const { ref, text, measure, when: at, leadWords, ...said } of contents) {
      const timescale =
        at === null ? null : { text: at, kind: 'unknown' as const, due: [], confidence: 'unsure' as const, notes: [] }
      actions.push({ id: `a${actions.length + 1}`, part, ref, text, measure, timescale, leadWords, leads: [], ...said })
    }
  }
  const grow = (some: readonly Branch[], parent: string | null, level: number) => {
    for (const { aligned, actions: own, under, leadWords, ...part } of some) {
      const id = `p${parts.length + 1}`
      parts.push({ id, parent, level, ...part, alignedPlans: aligned, ...(leadWords === null ? {} : { leadWords }) })
      add(own, id)
      grow(under, id, level + 1)
    }
  }
  add(loose, null)
  grow(branches, null, 0)
  return { ...about, parts, actions }
}
