import type { Action, Plan } from '../../../plan/index.ts'
import { checkStatement, type StatementQuestion } from '../../../reading/index.ts'
import { emptyPhrases, type NarrativeQuestion } from '../narrative-questions.ts'

export type WordQuestions = {
  /** sentences that could let a child be recognised */
  readonly disclosing: readonly StatementQuestion[]
  readonly others: readonly NarrativeQuestion[]
}

/** What a careful colleague would ask of an update's words, what could name a child apart. None of it stops anything. */
export function wordQuestions(narrative: string, { period }: Pick<Plan, 'period'>, action: Asked): WordQuestions {
  const topic = [action.text, action.measure ?? ''].join('. ')
  const { disclosing = [], others = [] } = Object.groupBy(
    checkStatement(narrative, { period, topic }),
    ({ severity }) => (severity === 'warning' ? 'disclosing' : 'others'),
  )
  return { disclosing, others: [...others, ...emptyPhrases(narrative)] }
}

type Asked = Pick<Action, 'text' | 'measure'>

export function hasQuestions({ disclosing, others }: WordQuestions): boolean {
  return disclosing.length + others.length > 0
}
