import { monthAndYear, monthName } from '../../../../kernel/day.ts'
import { countedDuties, DUTY_STATES, STATE_WORDS, type StateCounts, statesInWords } from '../duty-state.ts'
import { plannerHref } from './planner-href.ts'
import type { PlannerRow, PlannerView } from './planner-view.ts'

const ROW_HEADING = { body: 'Body', lead: 'Lead', aim: 'Aim' } as const

/** What the letters mean; each has its own look too, so that it is told apart on black and white paper. */
export function PlannerKey() {
  return (
    <ul class="trellis-planner-key" aria-label="What the letters mean">
      {DUTY_STATES.map((state) => (
        <li>
          <span class={`trellis-duty trellis-duty--${state}`}>{STATE_WORDS[state].letter}</span>{' '}
          {STATE_WORDS[state].words}
        </li>
      ))}
      <li>
        <span class="trellis-duty trellis-duty--meets">●</span> a meeting, and its day
      </li>
    </ul>
  )
}

/** Months across, rows down; on a narrow screen the list by month stands in its place. */
export function PlannerTable({ view }: { readonly view: PlannerView }) {
  const { months, whole, rows, by } = view
  return (
    <section class="trellis-planner" aria-label="Year planner, months across">
      <table class="govuk-table trellis-planner__table">
        <caption class="govuk-table__caption govuk-visually-hidden">Reports due, month by month</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th class="govuk-table__header" scope="col">
              {ROW_HEADING[by]}
            </th>
            {months.map(({ first, isNow }) => (
              <th class="govuk-table__header" scope="col" aria-current={isNow ? 'date' : undefined}>
                {monthName(first.month).slice(0, 3)} {String(first.year).slice(2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          <tr class="govuk-table__row trellis-planner__closed">
            <th class="govuk-table__header" scope="row">
              Closed, besides weekends
            </th>
            {months.map(({ closed }) => (
              <td class="govuk-table__cell">{closed || '–'}</td>
            ))}
          </tr>
          <Row view={view} row={whole} />
          {rows.map((row) => (
            <Row view={view} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ view, row }: { readonly view: PlannerView; readonly row: PlannerRow }) {
  const { plan, by, months } = view
  return (
    <tr class={row.key === null ? 'govuk-table__row trellis-planner__whole' : 'govuk-table__row'}>
      <th class="govuk-table__header" scope="row">
        <RowName view={view} row={row} />
      </th>
      {row.cells.map(({ counts, meetings }, at) => {
        const month = months[at]?.first
        if (!month) return null
        return (
          <td class="govuk-table__cell">
            {countedDuties(counts) > 0 && (
              <a
                class="trellis-planner__cell"
                href={plannerHref(plan.id, { by, page: view.page, cell: { key: row.key, month } })}
              >
                <span class="govuk-visually-hidden">
                  {row.name}, {monthAndYear(month)}: {statesInWords(counts)}
                </span>
                <Marks counts={counts} />
              </a>
            )}
            {row.key !== null &&
              meetings.map(({ on }) => (
                <span class="trellis-duty trellis-duty--meets">
                  <span class="govuk-visually-hidden">meets on </span>
                  <span aria-hidden="true">●</span> {on.day}
                </span>
              ))}
          </td>
        )
      })}
    </tr>
  )
}

/** A body's row leads to its forward plan. */
export function RowName({ view, row }: { readonly view: PlannerView; readonly row: PlannerRow }) {
  if (view.by !== 'body' || row.key === null || row.key === 'none') return <>{row.name}</>
  return <a href={`/bodies/${row.key}/forward-plan`}>{row.name}</a>
}

function Marks({ counts }: { readonly counts: StateCounts }) {
  return (
    <span aria-hidden="true" class="trellis-planner__marks">
      {DUTY_STATES.filter((state) => counts[state] > 0).map((state) => (
        <span class={`trellis-duty trellis-duty--${state}`}>
          {STATE_WORDS[state].letter} {counts[state]}
        </span>
      ))}
    </span>
  )
}
