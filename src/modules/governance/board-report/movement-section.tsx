import { Counts, Heading, Text } from '../../../design/index.ts'
import { capital } from '../../../kernel/capital.ts'
import { isBefore } from '../../../kernel/day.ts'
import { MovesTable, movesByKind, moveWords, YEAR_MOVES } from '../../programme/index.ts'
import type { BoardReport } from './board-report.ts'
import type { Shown } from './members.ts'
import { movedInWords } from './report-words.ts'

type SectionProps = { readonly report: BoardReport; readonly hrefOf: (of: Shown) => string }

/** What joined the plan, whose last day moved and whose measure changed: each count leads to its actions, each move says from and to. */
export function MovementSection({ report, hrefOf }: SectionProps) {
  const { plan, movement, adoptedOn, asAt } = report
  const counts = YEAR_MOVES.map((kind) => ({
    kind,
    figure: movement.moves.filter((move) => move.kind === kind).length,
  })).filter(({ figure }) => figure > 0)
  return (
    <section>
      <Heading level={2}>What moved in the plan</Heading>
      <Text>{movedInWords(report)}</Text>
      {counts.length > 0 && (
        <Counts
          counts={counts.map(({ kind, figure }) => ({
            figure,
            of: movement.after,
            label: moveWords(kind),
            href: hrefOf(`moved-${kind}`),
          }))}
        />
      )}
      {movesByKind(movement.moves).map(({ kind, moves }) => (
        <>
          <Heading level={3}>{capital(moveWords(kind))}</Heading>
          <MovesTable kind={kind} moves={moves} />
        </>
      ))}
      {isBefore(adoptedOn, asAt) && (
        <Text>
          <a href={`/plans/${plan.id}/movement?from=${adoptedOn}&to=${asAt}`}>
            Everything that moved by then, leads and words too
          </a>
        </Text>
      )}
    </section>
  )
}
