import { Button, EmptyState, Lede, PageHeading, Table, Tag } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { longPeriod } from '../../../kernel/period.ts'
import { isManager, type Member, memberPage } from '../../people/index.ts'
import type { PlanListed } from '../plan.store.ts'
import { isAdopted } from '../plan.ts'
import { whereFrom } from '../where-from.ts'

/** The partnership's plans; drafts are the manager's to see. */
export function listPlansPage(visitor: Member, plans: readonly PlanListed[], flash: string | null = null): string {
  const shown = plans.filter((plan) => isAdopted(plan) || isManager(visitor))
  return memberPage(
    { visitor, title: 'Plans', section: 'plans', flash: flash ? { kind: 'done', title: flash } : null },
    <>
      <PageHeading>Plans</PageHeading>
      {shown.length > 0 && <Lede>{whatPlansAre(visitor, shown)}</Lede>}
      {isManager(visitor) && shown.length > 0 && (
        <Button kind="secondary" href="/documents/new">
          Read another plan
        </Button>
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
            title="There is no plan yet"
            action={isManager(visitor) ? <Button href="/documents/new">Read a plan</Button> : undefined}
          >
            {isManager(visitor)
              ? 'Hand over the plan as it was published, and Trellis reads it.'
              : 'The partnership manager has not adopted a plan yet.'}
          </EmptyState>
        }
      />
    </>,
  )
}

/** What the visitor finds behind the titles, and what waits for them. */
function whatPlansAre(visitor: Member, plans: readonly PlanListed[]): string {
  const drafts = plans.filter((plan) => !isAdopted(plan)).length
  const adopted = 'Open a plan to see what was promised, what is due, and what became of each action.'
  if (!isManager(visitor) || drafts === 0) return adopted
  return `${adopted} ${counted(drafts, 'draft')} ${drafts === 1 ? 'waits' : 'wait'} for you to review and adopt.`
}
