import fc from 'fast-check'
import type { WritablePlan } from '../../reading/index.ts'

const WORDS = [
  'Open',
  'the hub',
  'children',
  'café',
  '40 %',
  '1.10',
  'Sept',
  'and',
  '“quoted”',
  'Dr O’Neil',
  '日本',
  'مرحبا',
  '😀',
]
const HOSTILE = [
  'valueOf',
  '__proto__',
  'constructor',
  '=1+1',
  '+cmd|x',
  '-2',
  '@SUM(A1)',
  '＝1',
  '＋1',
  "'=quoted",
  "''",
  "'",
  '\t=tab',
  ' lead',
  'trail ',
  'two  spaces',
  'a\nb',
  'a\r\nb',
  '\u0000\u0007bell',
  '\u200f\u202eright',
  '\u00adsoft',
  '\ufeffmark',
  '\ud800half',
  '|',
  'a | b',
  '\\|',
  '\\',
  '\\\\',
  '"',
  '"a","b"',
  ';',
  ',',
  '<b>bold</b>',
  '</w:t>',
  '<br>',
  '<!-- x -->',
  '&amp;',
  '&lt;',
  '&#61;',
  '&nbsp;',
  ']]>',
  '_x0041_',
  '_x',
  '**strong**',
  '*',
  '_',
  '`code`',
  '# heading',
  '---',
  ':--',
  '- item',
  '1. one',
  '1) one',
  '> quote',
  '[link](x)',
  '![x](y)',
  '$1',
  '{{7*7}}',
  '%00',
  '~~May 2014~~ June 2015',
  '~~a~~ ~~b~~',
  '~~',
  '~~~~',
  '~ ~',
  '~~ x ~~',
  'a~~b',
  '~~a~~~~b~~',
  'Action',
  'Row',
  'Continued',
  'Layout',
  'Trellis plan 1',
  'Layout: Trellis plan 1',
  'Why this is important',
  'Why this is important: x',
  'Level 1',
  'Level 1: x',
  'Period: 1 April 2014 to 31 March 2015',
  'Aim 1: Well',
  'Plan',
  'Ref',
  'Aim (level 1)',
  'true',
  '1e5',
  '2015-03-31',
  '03/04/2015',
  '#REF!',
  'x'.repeat(40_000),
  'many words '.repeat(3_500),
  `${'_x0041_'.repeat(3_000)}`,
]
const words = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((some) => some.join(' '))
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
}

const action: fc.Arbitrary<Content> = fc.record({
  ref: fc.option(fc.oneof(fc.constantFrom('1.1', '1.10', '1.100', 'A4', '3a', '=1', '01'), words), { nil: null }),
  text: words,
  measure: said,
  when: fc.option(fc.oneof({ weight: 4, arbitrary: when }, { weight: 1, arbitrary: words }), { nil: null }),
  leadWords: fc.option(fc.oneof(lead, words), { nil: null }),
})
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
    for (const { ref, text, measure, when: at, leadWords } of contents) {
      const timescale =
        at === null ? null : { text: at, kind: 'unknown' as const, due: [], confidence: 'unsure' as const, notes: [] }
      actions.push({ id: `a${actions.length + 1}`, part, ref, text, measure, timescale, leadWords, leads: [] })
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
