import { type Child, ErrorSummary, Lede, PageHeading, type Problem, Tabs } from '../../../design/index.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { ReviewProgress } from '../answer-questions/review-progress.ts'
import type { Plan } from '../plan.ts'

export type ReviewTab = 'actions' | 'questions' | 'parts' | 'columns' | 'colours'

type FrameProps = {
  readonly visitor: Member
  readonly plan: Plan
  readonly current: ReviewTab
  readonly progress: ReviewProgress
  readonly lede?: string
  readonly flash: string | null
  readonly problems: readonly Problem[]
}

/** What every page of a draft's review has around it: what is reviewed, and the ways between its pages. */
export function reviewFrame(props: FrameProps, children: Child): string {
  const { visitor, plan, problems, flash, lede } = props
  return memberPage(
    {
      visitor,
      title: `Review: ${plan.title}`,
      section: 'plans',
      wide: true,
      hasProblems: problems.length > 0,
      breadcrumbs: [{ text: 'Plans', href: '/plans' }, { text: 'Review' }],
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption="Review before adopting">{plan.title}</PageHeading>
      {lede && <Lede>{lede}</Lede>}
      <Tabs label="Pages of the review" tabs={tabsOf(props)} />
      {children}
    </>,
  )
}

function tabsOf({ plan, current, progress }: FrameProps) {
  const url = `/plans/${plan.id}/review`
  const open = progress.all - progress.lookedAt
  return [
    { text: 'Actions', href: url, current: current === 'actions' },
    { text: 'Questions', href: `${url}/questions`, current: current === 'questions', count: open },
    { text: 'Headings', href: `${url}/parts`, current: current === 'parts' },
    { text: 'Columns', href: `${url}/columns`, current: current === 'columns' },
    { text: 'Colours', href: `${url}/colours`, current: current === 'colours' },
  ]
}
