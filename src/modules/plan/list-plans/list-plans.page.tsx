import { Button, EmptyState, Lede, PageHeading, Pagination, Table, Tag, Text } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { longPeriod } from '../../../kernel/period.ts'
import { holds, type Member, memberPage } from '../../people/index.ts'
import type { PlanListed } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'
import { whereFrom } from '../where-from.ts'

/** A page of plans, counted from 1, and how many there are on all pages. */
export type PlansView = {
  readonly plans: readonly PlanListed[]
  readonly page: number
  readonly pages: number
  readonly count: number
  /** of all plans, those that are drafts */
  readonly drafts: number
}

/** The partnership's plans. */
export function listPlansPage(visitor: Member, view: PlansView, flash: string | null = null): string {
  const shown = view.plans
  return memberPage(
    { visitor, title: 'Plans', section: 'plans', flash: flash ? { kind: 'done', title: flash } : null },
    <>
      <PageHeading>Plans</PageHeading>
      {shown.length > 0 && <Lede>{whatPlansAre(visitor, view.drafts)}</Lede>}
      {holds(visitor, 'prepare-plans') && shown.length > 0 && (
        <Button kind="secondary" href="/documents/new">
          Read another plan
        </Button>
      )}
      {view.pages > 1 && (
        <Text>
          There are {view.count} plans. This is page {view.page} of {view.pages}, the latest first.
        </Text>
      )}
      <Table
        caption="Plans of this partnership"
        captionIsHidden
        columns={[
          { key: 'title', header: 'Plan', width: 'wide', isReference: true },
          { key: 'period', header: 'Period' },
          { key: 'state', header: 'State' },
          { key: 'actions', header: 'Actions', align: 'end' },
        ]}
        rows={shown.map((plan) => ({
          title: (
            <>
              <a href={isAdopted(plan) ? `/plans/${plan.id}` : `/plans/${plan.id}/review`}>{plan.title}</a>
              {!isAdopted(plan) && <span class="trellis-detail">{whereFrom(plan)}</span>}
            </>
          ),
          period: plan.period ? longPeriod(plan.period) : 'Not set yet',
          state: isAdopted(plan) ? <Tag tone="plum">Adopted</Tag> : <Tag>Draft</Tag>,
          actions: plan.actionCount,
        }))}
        whenEmpty={
          <EmptyState
            title={holds(visitor, 'read-plans') ? 'There is no plan yet' : 'No plan is open to you'}
            action={holds(visitor, 'prepare-plans') ? <Button href="/documents/new">Read a plan</Button> : undefined}
          >
            {whyNone(visitor)}
          </EmptyState>
        }
      />
      <Pagination
        page={view.page}
        pages={view.pages}
        hrefFor={(page) => (page === 1 ? '/plans' : `/plans?page=${page}`)}
        label="Pages of plans"
      />
    </>,
  )
}

function whyNone(visitor: Member): string {
  if (holds(visitor, 'prepare-plans')) return 'Hand over the plan as it was published, and Trellis reads it.'
  return holds(visitor, 'read-plans')
    ? 'The partnership manager has not adopted a plan yet.'
    : 'You see a plan once you lead an action of it, or the partnership manager gives you a role that reads plans.'
}

/** What the visitor finds behind the titles, and what waits for them. */
function whatPlansAre(visitor: Member, drafts: number): string {
  const adopted = 'Open a plan to see what was promised, what is due, and what became of each action.'
  if (!holds(visitor, 'read-drafts') || drafts === 0) return adopted
  return `${adopted} ${counted(drafts, 'draft')} ${drafts === 1 ? 'waits' : 'wait'} for you to review and adopt.`
}
