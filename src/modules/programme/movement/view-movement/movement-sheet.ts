import type { Day } from '../../../../kernel/day.ts'
import type { Sheet } from '../../../papers/index.ts'
import { type Movement, movesByKind, moveWords } from '../movement.ts'
import { afterInWords, beforeInWords } from './movement-words.ts'

/** Everything that moved as a spreadsheet, kind by kind. */
export function movementSheet(title: string, { from, to }: { from: Day; to: Day }, movement: Movement): Sheet {
  return {
    title: `${title}: what moved from ${from} to ${to}`,
    name: 'What moved',
    columns: [
      { header: 'What', width: 26 },
      { header: 'Ref', width: 10 },
      { header: 'Action', width: 60 },
      { header: 'Lead', width: 30 },
      { header: 'Before', width: 40 },
      { header: 'After', width: 40 },
      { header: 'Times', width: 8 },
      { header: 'Days', width: 8 },
      { header: 'On', width: 12 },
    ],
    rows: movesByKind(movement.moves).flatMap(({ kind, moves }) =>
      moves.map((move) => ({
        look: 'plain' as const,
        cells: [
          moveWords(kind),
          move.ref ?? '',
          move.text,
          move.leadWords ?? '',
          beforeInWords(move),
          afterInWords(move),
          String(move.times),
          move.days === null ? '' : String(move.days),
          move.on.toString(),
        ],
      })),
    ),
  }
}
