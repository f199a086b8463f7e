import { unreachable } from '../../../kernel/result.ts'
import { parseRating, ratingOf } from '../../programme/index.ts'
import type { RatingKey } from '../../reading/index.ts'
import type { BoardReport, ReportedAction } from './board-report.ts'

/** A count of the report, by the name its link carries. */
export type Shown = 'off-track' | 'late' | 'unreported' | `${'progress' | 'impact'}-${RatingKey | 'not-rated'}`

export function parseShown(text: string): Shown | null {
  if (text === 'off-track' || text === 'late' || text === 'unreported') return text
  const [, which, key = ''] = /^(progress|impact)-(.+)$/.exec(text) ?? []
  const rating = key === 'not-rated' ? key : parseRating(key)
  return (which === 'progress' || which === 'impact') && rating ? `${which}-${rating}` : null
}

/** The actions a count counted; all of them when none is asked for. */
export function membersOf(report: BoardReport, shown: Shown | null): readonly ReportedAction[] {
  if (shown === null) return report.actions
  if (shown === 'off-track') return report.offTrack
  if (shown === 'late') return report.late
  if (shown === 'unreported') return report.unreported
  const { which, rating } = ratingShown(shown)
  return report.actions.filter((action) => action[which] === rating)
}

export function shownInWords(report: BoardReport, shown: Shown): string {
  switch (shown) {
    case 'off-track':
      return 'Off track'
    case 'late':
      return 'Past the last day and not complete'
    case 'unreported':
      return 'Update missed'
    default: {
      const { which, rating } = ratingShown(shown)
      const name = rating ? ratingOf(report.scheme, rating).name : 'Not rated'
      switch (which) {
        case 'progress':
          return `Progress: ${name}`
        case 'impact':
          return `Impact: ${name}`
        default:
          return unreachable(which)
      }
    }
  }
}

function ratingShown(shown: Exclude<Shown, 'off-track' | 'late' | 'unreported'>): {
  which: 'progress' | 'impact'
  rating: RatingKey | null
} {
  const which = shown.startsWith('progress-') ? 'progress' : 'impact'
  return { which, rating: parseRating(shown.slice(which.length + 1)) }
}
