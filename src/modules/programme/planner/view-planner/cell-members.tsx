import { type Child, Heading, Pagination, Table, Tag } from '../../../../design/index.ts'
import { capital } from '../../../../kernel/capital.ts'
import { monthAndYear, shortDay } from '../../../../kernel/day.ts'
import { LateDoing } from '../../points/late-doing.tsx'
import { countedDuties, STATE_WORDS, statesInWords } from '../duty-state.ts'
import type { PlannedDuty } from '../plan-year.store.ts'
import { plannerHref } from './planner-href.ts'
import type { PlannerView } from './planner-view.ts'

/** What one cell counted. */
export function CellMembers({ view }: { readonly view: PlannerView }) {
  const { plan, by, chosen } = view
  if (!chosen) return null
  const { key, name, month, counts, duties } = chosen
  return (
    <section>
      <Heading level={2} id="members">
        {name}, {monthAndYear(month)}
      </Heading>
      {countedDuties(counts) > 0 && <p class="govuk-body">{statesInWords(counts)}.</p>}
      <Table
        caption={`Reports due in ${monthAndYear(month)}`}
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'lead', header: 'Lead' },
          { key: 'due', header: 'Due' },
          { key: 'state', header: 'Report' },
        ]}
        rows={duties.map((duty) => ({
          ref: duty.ref ?? '–',
          action: (
            <>
              <a href={`/actions/${duty.actionId}`}>{duty.text}</a>
              <LateDoing since={duty.lateSince} />
            </>
          ),
          lead: duty.leadWords ?? 'No lead',
          due: shortDay(duty.dueOn),
          state: stateOf(duty),
        }))}
        whenEmpty={`No report is due in ${monthAndYear(month)}`}
      />
      <Pagination
        page={chosen.page}
        pages={chosen.pages}
        hrefFor={(page) => plannerHref(plan.id, { by, page: view.page, cell: { key, month, page } })}
        label={`Pages of reports due in ${monthAndYear(month)}`}
      />
    </section>
  )
}

function stateOf({ state, pointId }: PlannedDuty): Child {
  const { words } = STATE_WORDS[state]
  if (state === 'answered' || state === 'late') return <a href={`/updates/${pointId}`}>{capital(words)}</a>
  return state === 'missed' ? <Tag tone="strong">Missed</Tag> : capital(words)
}
