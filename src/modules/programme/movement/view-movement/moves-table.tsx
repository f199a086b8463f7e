import { type Column, Detail, Table } from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { shortDay } from '../../../../kernel/day.ts'
import type { Move, MoveKind } from '../movement.ts'
import { moveWords } from '../movement.ts'
import { afterInWords, beforeInWords, howFar } from './movement-words.ts'

const CHANGED: readonly Column<'before' | 'after'>[] = [
  { key: 'before', header: 'Before' },
  { key: 'after', header: 'After' },
]

/** Those that one kind of move counted. */
export function MovesTable({ kind, moves }: { readonly kind: MoveKind; readonly moves: readonly Move[] }) {
  return (
    <Table
      caption={`${counted(moves.length, 'action')} ${moveWords(kind)}`}
      captionIsHidden
      columns={[
        { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
        { key: 'action', header: 'Action', width: 'wide' },
        ...(kind === 'added' ? [] : CHANGED),
        { key: 'on', header: 'On' },
      ]}
      rows={moves.map((move) => ({
        ref: move.ref ?? '–',
        action: (
          <>
            <a href={`/actions/${move.actionId}`}>{move.text}</a>
            <Detail>{move.leadWords ?? 'No lead'}</Detail>
          </>
        ),
        before: beforeInWords(move),
        after: (
          <>
            {afterInWords(move)}
            {howFar(move) !== '' && <Detail>{howFar(move)}</Detail>}
          </>
        ),
        on: shortDay(move.on),
      }))}
    />
  )
}
