import type { Paper, PaperBlock, PaperCell } from './paper.ts'
import { aTable } from './papers.factory.ts'

/** Words that try to run, to hide, to overflow or to break the page. */
export const HOSTILE_WORDS: readonly string[] = [
  '<script>alert(1)</script>',
  '{{ constructor.constructor("return 1")() }}',
  '#eval("1+1") #read("/etc/passwd") #image("x.svg")',
  '=cmd()|A1 @SUM(1) +1 -1',
  '*bold* _thin_ `code` $x^2$ @cite <label> ]] )) } \\ // /* */ "quoted" \'single\'',
  'Ŵyn Łódź αβΩ Жизнь → ≥ ½ €',
  'https://example.org/a/very/long/address/that/goes/on?and=on&and=on#until-the-column-ends-and-then-some-more',
]

/** A key held down: longer than a page is wide, twice in the hostile paper. */
export const LONGEST_WORD = 'x'.repeat(10_000)

/** Words that cannot be printed as they stand: control and direction marks, private bullets, emoji, other scripts. */
const UNPRINTABLE_WORDS = [
  'nul\u0000 bell\u0007 escape\u001b[31m',
  'right\u202eto left\u202c \u2066isolated\u2069 \ufeffmark',
  '\uf0b7 a bullet of Word, \uf0fc a tick',
  '👩‍👩‍👧‍👦 🟢 ✅ 🇬🇧',
  'العربية 中文 \ud800 lone',
]

/** A paper whose every field is hostile. */
export function aHostilePaper(): Paper {
  const words = [...HOSTILE_WORDS, ...UNPRINTABLE_WORDS]
  const all = words.join(' ')
  return {
    partnership: `${all} partnership`,
    title: '#eval("title") <script> \u202e {{title}}',
    subtitle: all,
    reference: 'R'.repeat(300),
    asAt: `As at \u0000${'9'.repeat(200)}`,
    description: all,
    blocks: [
      { kind: 'contents' },
      { kind: 'heading', level: 3, text: '#pagebreak() = heading \n second line' },
      { kind: 'heading', level: 1, text: ' \u200b ' },
      ...words.map((text): PaperBlock => ({ kind: 'paragraph', text })),
      { kind: 'paragraph', text: LONGEST_WORD },
      { kind: 'answer', text: all },
      { kind: 'list', items: [...words, ''] },
      { kind: 'note', text: 'one\r\ntwo\u2028three\tfour' },
      {
        kind: 'rating-bar',
        title: all,
        counted: '#actions',
        counts: [
          { rating: { key: 'red', name: 'y'.repeat(200) }, count: 1 },
          { rating: { key: 'grey', name: '<b>\u0000' }, count: 99_999 },
        ],
        notRated: 0,
      },
      { kind: 'rating-bar', title: 'Nothing to count', counts: [], notRated: 0 },
      aTable([
        ...words.map((text): readonly PaperCell[] => [
          { text: 'W'.repeat(40) },
          { text, detail: text },
          { text },
          { rating: { key: 'amber', name: text.slice(0, 300) } },
          { rating: null },
          { text: '=1+1' },
        ]),
        [{ text: '1.1' }, { text: LONGEST_WORD }, { text: '' }, { rating: null }, { rating: null }, { text: '0' }],
      ]),
      { kind: 'table', caption: '', columns: [], rows: [], whenEmpty: '' },
      aTable([]),
    ],
  }
}
