import { useId } from 'preact/hooks'
import { Table } from '../data/table.tsx'
import { Details } from '../text/panels.tsx'
import { DueColumns } from './due-columns.tsx'
import { type DueTimelineProps, wholeMonth } from './due-months.ts'
import { DueRows } from './due-rows.tsx'

/** What is due, month by month: columns where there is room, rows on a phone, and the figures as a table. */
export function DueTimeline({ title, months, today, hrefFor, source }: DueTimelineProps) {
  const id = useId()
  const drawing = { id, title, months, today, hrefFor }
  return (
    <figure class="trellis-chart trellis-due">
      <figcaption class="trellis-chart__title">{title}</figcaption>
      <DueColumns {...drawing} />
      <DueRows {...drawing} />
      <ul class="trellis-due__key">
        <li class="trellis-due__key-item trellis-due__key-item--reported">Reported</li>
        <li class="trellis-due__key-item trellis-due__key-item--overdue">Missed</li>
        <li class="trellis-due__key-item trellis-due__key-item--due">Still to come</li>
      </ul>
      {source && <p class="trellis-chart__source">{source}</p>}
      <Details summary="Show these figures as a table">
        <Table
          caption={title}
          columns={[
            { key: 'month', header: 'Month', isReference: true },
            { key: 'reported', header: 'Reported', align: 'end' },
            { key: 'overdue', header: 'Missed', align: 'end' },
            { key: 'due', header: 'Still to come', align: 'end' },
          ]}
          rows={months.map((of) => ({ ...of, month: wholeMonth(of.month) }))}
        />
      </Details>
    </figure>
  )
}
