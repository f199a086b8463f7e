import { dayOf } from '../../../../kernel/day.ts'
import type { Sheet } from '../../../papers/index.ts'
import { ratingOf } from '../../ratings/rating-words.ts'
import type { ClosedPlan } from '../find-closed-plan.ts'
import { standingWords } from '../standing-in-period.ts'

/** A closing as a spreadsheet: every action with what stood, in the order of the plan. */
export function periodSheet({ period, plan, scheme, actions, closing }: ClosedPlan): Sheet {
  return {
    title: `${plan.title}: ${period.name}, closing ${closing.number}, as at ${closing.asAt}`,
    name: 'Reporting period',
    columns: [
      { header: 'Ref', width: 10 },
      { header: 'Heading', width: 40 },
      { header: 'Action', width: 60 },
      { header: 'Lead', width: 30 },
      { header: 'Due', width: 12 },
      { header: 'Its report', width: 30 },
      { header: 'Progress', width: 16 },
      { header: 'Impact', width: 16 },
      { header: 'Accepted', width: 10 },
      { header: 'Sent', width: 12 },
      { header: 'Update', width: 80 },
      { header: 'What happens next', width: 50 },
      { header: 'What will bring it back', width: 50 },
      { header: 'Back on track by', width: 14 },
      { header: 'Expected at the end of the year', width: 16 },
      { header: 'Files of evidence', width: 16 },
      // A column that comes later stands last: a file taken out earlier begins the same.
      { header: 'Work late since', width: 16 },
    ],
    rows: actions.map((action) => {
      const { latest, evidenceCount } = action.as
      return {
        look: 'plain',
        cells: [
          action.ref ?? '',
          action.headings.join(' › '),
          action.text,
          action.leadWords ?? '',
          action.dueOn?.toString() ?? '',
          standingWords(action.standing),
          ratingOf(scheme, latest?.progress ?? null)?.name ?? 'Not rated',
          ratingOf(scheme, latest?.impact ?? null)?.name ?? 'Not rated',
          latest ? (latest.isAccepted ? 'Yes' : 'No') : '',
          latest ? dayOf(latest.submittedAt).toString() : '',
          latest?.narrative ?? '',
          latest?.whatNext ?? '',
          latest?.wayBack?.words ?? '',
          latest?.wayBack?.by.toString() ?? '',
          ratingOf(scheme, latest?.forecast ?? null)?.name ?? '',
          String(evidenceCount),
          action.lateSince?.toString() ?? '',
        ],
      }
    }),
  }
}
