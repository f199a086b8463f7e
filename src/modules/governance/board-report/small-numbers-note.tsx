import { Details, Notice } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { BoardReport } from './board-report.ts'
import { withSmallNumbers } from './small-numbers.ts'

/** To the manager, before the report goes out: whose words hold a count of children from 1 to 5. Nothing is left out of it. */
export function SmallNumbersNote({ report }: { readonly report: BoardReport }) {
  const found = withSmallNumbers(report.actions)
  if (found.length === 0) return null
  return (
    <Notice kind="information" title={`${counted(found.length, 'update')} here could let a child be recognised`}>
      <Details summary="Look before this is printed or sent: nothing was taken out of it">
        <ul class="govuk-list govuk-list--bullet">
          {found.map(({ action, figures }) => (
            <li>
              <a href={`/actions/${action.id}`}>{action.ref ?? action.text}</a> says{' '}
              {figures.map((figure) => `“${figure}”`).join(', ')}
            </li>
          ))}
        </ul>
      </Details>
    </Notice>
  )
}
