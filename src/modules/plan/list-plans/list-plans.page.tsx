import { Button, EmptyState, PageHeading, Table, Tag } from '../../../design/index.ts'
import { longPeriod } from '../../../kernel/period.ts'
import { isManager, type Member, memberPage } from '../../people/index.ts'
import { isAdopted, type Plan } from '../plan.ts'

/** The partnership's plans; drafts are the manager's to see. */
export function listPlansPage(
  visitor: Member,
  plans: readonly (Plan & { readonly actionCount: number })[],
  flash: string | null = null,
): string {
  const shown = plans.filter((plan) => isAdopted(plan) || isManager(visitor))
  return memberPage(
    { visitor, title: 'Plans', section: 'plans', flash: flash ? { kind: 'done', title: flash } : null },
    <>
      <PageHeading>Plans</PageHeading>
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
          title: <a href={isAdopted(plan) ? `/plans/${plan.id}` : `/plans/${plan.id}/review`}>{plan.title}</a>,
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
      {isManager(visitor) && shown.length > 0 && (
        <Button kind="secondary" href="/documents/new">
          Read another plan
        </Button>
      )}
    </>,
  )
}
