import { capital } from '../../../kernel/capital.ts'
import { shortDay } from '../../../kernel/day.ts'
import type { PaperBlock, PaperTable } from '../../papers/index.ts'
import { afterInWords, beforeInWords, howFar, type Movement, movesByKind, moveWords } from '../../programme/index.ts'
import type { BoardReport } from './board-report.ts'
import { movedInWords } from './report-words.ts'

/** What moved in the plan, as the page tells it: the balance in words, then each kind with those it counts. */
export function movementBlocks(report: BoardReport): readonly PaperBlock[] {
  const { moves, after } = report.movement
  return [
    { kind: 'heading', level: 1, text: 'What moved in the plan' },
    { kind: 'paragraph', text: movedInWords(report) },
    ...movesByKind(moves).flatMap(({ kind, moves: of }): readonly PaperBlock[] => {
      const words = moveWords(kind)
      const title = capital(words)
      return [
        { kind: 'heading', level: 2, text: `${title}: ${of.length} of ${after}` },
        movesTable(`Actions ${words}`, of, kind === 'added'),
      ]
    }),
  ]
}

function movesTable(caption: string, moves: Movement['moves'], areNew: boolean): PaperTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: 'Ref', weight: 1.9, align: 'start' },
      { header: 'Action', weight: 7, align: 'start' },
      ...(areNew ? [] : ([BEFORE, AFTER] as const)),
      { header: 'On', weight: 2.2, align: 'start' },
    ],
    rows: moves.map((move) => [
      { text: move.ref ?? '–' },
      { text: move.text, detail: move.leadWords ?? 'No lead' },
      ...(areNew ? [] : [{ text: beforeInWords(move) }, { text: afterInWords(move), detail: howFar(move) }]),
      { text: shortDay(move.on) },
    ]),
    whenEmpty: '',
  }
}

const BEFORE = { header: 'Before', weight: 3.4, align: 'start' } as const
const AFTER = { header: 'After', weight: 3.4, align: 'start' } as const
