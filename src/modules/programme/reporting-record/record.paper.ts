import { type Day, longDay, shortDay } from '../../../kernel/day.ts'
import type { Paper, PaperBlock, PaperTable } from '../../papers/index.ts'
import type { Plan } from '../../plan/index.ts'
import { lateDoingWords } from '../points/late-words.ts'
import { contextOf, daysInWords, NOT_FAULTS, questionsOn, SHARED_COUNT_TWICE, sentenceOf } from './record-words.ts'
import {
  byBody,
  byOrganisation,
  type DutyRecord,
  outcomeOf,
  type ReportingTally,
  tallyOfReporting,
} from './reporting-tally.ts'

export type RecordToPrint = {
  readonly partnership: string
  readonly plan: Plan
  readonly today: Day
  readonly from: Day
  readonly to: Day
  readonly duties: readonly DutyRecord[]
}

/**
 * How reporting went, to take to a meeting: the same value as the page, in the same order. It names no person: what may explain a
 * silence comes before the counts, and questions stay with the words they are about.
 */
export function recordPaper({ partnership, plan, today, from, to, duties }: RecordToPrint): Paper {
  const all = tallyOfReporting('All', duties, today)
  const open = duties.filter((duty) => outcomeOf(duty, today) === 'not-reported')
  return {
    partnership,
    title: `How reporting went: ${plan.title}`,
    subtitle: `Due from ${longDay(from)} to ${longDay(to)}`,
    reference: `How reporting went ${today}`,
    asAt: `As at ${longDay(today)}`,
    description: sentenceOf(all),
    blocks: [
      { kind: 'answer', text: sentenceOf(all) },
      { kind: 'heading', level: 1, text: 'What may explain it' },
      { kind: 'paragraph', text: contextOf(all) },
      { kind: 'heading', level: 1, text: 'By lead group' },
      tallies('By lead group', byBody(duties, today)),
      { kind: 'heading', level: 1, text: 'By organisation' },
      tallies('By organisation', byOrganisation(duties, today)),
      { kind: 'note', text: SHARED_COUNT_TWICE },
      { kind: 'heading', level: 1, text: `Not here yet: ${open.length} of ${all.due}` },
      notHereYet(open, today),
      ...questions(duties),
    ],
  }
}

function tallies(caption: string, lines: readonly ReportingTally[]): PaperTable {
  const figure = (header: string) => ({ header, weight: 1, align: 'end' as const })
  return {
    kind: 'table',
    caption,
    columns: [
      { header: 'Who', weight: 4, align: 'start' },
      ...['Due', 'In time', 'Later', 'In grace', 'Not here'].map(figure),
      { header: 'Days to answer', weight: 3, align: 'start' },
    ],
    rows: lines.map((tally) => {
      const { due, outcomes } = tally
      const { middle, range } = daysInWords(tally)
      const figures = [due, outcomes['in-time'], outcomes.late, outcomes['within-grace'], outcomes['not-reported']]
      return [
        { text: tally.name },
        ...figures.map((count) => ({ text: String(count) })),
        { text: middle, ...(range && { detail: range }) },
      ]
    }),
    whenEmpty: 'No update has fallen due yet.',
  }
}

function notHereYet(open: readonly DutyRecord[], today: Day): PaperTable {
  return {
    kind: 'table',
    caption: 'Updates not here yet',
    columns: [
      { header: 'Ref', weight: 1, align: 'start' },
      { header: 'Action', weight: 5, align: 'start' },
      { header: 'Due', weight: 2, align: 'start' },
      { header: 'Worth knowing first', weight: 4, align: 'start' },
    ],
    rows: open.map((duty) => [
      { text: duty.ref ?? '–' },
      { text: duty.text, ...(duty.lateSince && { detail: lateDoingWords(duty.lateSince) }) },
      { text: shortDay(duty.dueOn) },
      { text: contextOf(tallyOfReporting('', [duty], today)) },
    ]),
    whenEmpty: 'Every update whose days of grace are over is here.',
  }
}

function questions(duties: readonly DutyRecord[]): readonly PaperBlock[] {
  const asked = questionsOn(duties)
  if (asked.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: 'What one could ask of the words' },
    { kind: 'paragraph', text: NOT_FAULTS },
    {
      kind: 'list',
      items: asked.flatMap(({ duty, questions }) =>
        questions.map(({ message, words }) => `${duty.ref ?? duty.text}: ${message} It says: “${words.slice(0, 120)}”`),
      ),
    },
  ]
}
