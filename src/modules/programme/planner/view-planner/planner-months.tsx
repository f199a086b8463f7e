import { Heading } from '../../../../design/index.ts'
import { longDay, monthAndYear } from '../../../../kernel/day.ts'
import { countedDuties, statesInWords } from '../duty-state.ts'
import { plannerHref } from './planner-href.ts'
import { RowName } from './planner-table.tsx'
import type { PlannerView } from './planner-view.ts'

/** The same planner as a list by month, for a narrow screen. */
export function PlannerMonths({ view }: { readonly view: PlannerView }) {
  const { plan, by, months, whole, rows } = view
  return (
    <div class="trellis-planner-months">
      {months.map(({ first, closed, isNow }, at) => {
        const all = whole.cells[at]
        const due = rows.filter(({ cells }) => {
          const cell = cells[at]
          return cell && countedDuties(cell.counts) > 0
        })
        return (
          <section>
            <Heading level={2}>
              {monthAndYear(first)}
              {isNow ? ', now' : ''}
            </Heading>
            {closed !== '' && <p class="govuk-body-s">Closed on {closed}.</p>}
            {all && all.meetings.length > 0 && (
              <ul class="trellis-planner-months__list">
                {all.meetings.map(({ bodyId, body, on }) => (
                  <li>
                    <a href={`/bodies/${bodyId}/forward-plan`}>{body}</a> meets on {longDay(on)}
                  </li>
                ))}
              </ul>
            )}
            {due.length === 0 ? (
              <p class="govuk-body-s">No report is due.</p>
            ) : (
              <ul class="trellis-planner-months__list">
                {due.map((row) => (
                  <li>
                    <RowName view={view} row={row} />:{' '}
                    <a
                      href={plannerHref(plan.id, { by, page: view.page, cell: { key: row.key, month: first } })}
                      aria-label={`${row.name}, ${monthAndYear(first)}: ${words(row, at)}`}
                    >
                      {words(row, at)}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

function words(row: PlannerView['whole'], at: number): string {
  const cell = row.cells[at]
  return cell ? statesInWords(cell.counts) : ''
}
