import { EmptyState, Heading, Lede, PageHeading, Table } from '../../../../design/index.ts'
import type { Day } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { AsAtForm, AsAtNotice } from '../../plan-pages/as-at/as-at.tsx'
import type { AskedDay } from '../../plan-pages/as-at/known-at.ts'
import { PlanTabs } from '../../plan-pages/view-plan/plan-tabs.tsx'
import { EndName, WaitedStateWords } from '../steps-and-waits.tsx'
import { ChainsPicture } from './chains-picture.tsx'
import type { ChainsView } from './chains-view.ts'

const MOST_CHAINS = 200

type Asked = { readonly asked: AskedDay; readonly latest: Day }

export function chainsPage(visitor: Member, view: ChainsView, { asked, latest }: Asked): string {
  const { plan, chains, waits } = view
  const href = `/plans/${plan.id}/chains`
  const query = view.asAt ? `?as-at=${view.asAt}` : ''
  return memberPage(
    {
      visitor,
      title: `What waits for what: ${plan.title}`,
      section: 'plans',
      wide: true,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'What waits for what' },
      ],
    },
    <>
      <PageHeading caption={plan.title}>What waits for what</PageHeading>
      <AsAtNotice asked={asked} href={href} today="" />
      <Lede>{view.title}.</Lede>
      <PlanTabs planId={plan.id} current="chains" />
      <ChainsPicture view={view} />
      {chains.length > 0 && <Heading level={2}>Chains, the longest first</Heading>}
      <ol class="govuk-list govuk-list--number">
        {chains.slice(0, MOST_CHAINS).map((chain) => (
          <li>
            {chain.map(({ action }, at) => (
              <>
                {at > 0 && ' waits for '}
                <a href={`/actions/${action.id}`}>{action.ref ?? action.text}</a>
              </>
            ))}
          </li>
        ))}
      </ol>
      {waits.length > 0 && <Heading level={2}>Every wait</Heading>}
      <Table
        caption="Every wait"
        captionIsHidden
        columns={[
          { key: 'waiting', header: 'Action', width: 'wide' },
          { key: 'on', header: 'Waits for' },
          { key: 'lead', header: 'Who answers for that' },
          { key: 'state', header: 'How it stands' },
        ]}
        rows={waits.map((wait) => ({
          waiting: <EndName end={wait.waiting} step={null} />,
          on: <EndName end={wait.on} step={wait.onStepId ? (wait.step ?? 'A step that was taken out') : null} />,
          lead: wait.on?.leadWords ?? 'No lead',
          state: <WaitedStateWords wait={wait} today={view.today} />,
        }))}
        whenEmpty={
          <EmptyState title="Nothing waits for anything">
            On the page of an action’s steps, say what it waits for; words such as “awaiting completion of 8.15” are
            found there.
          </EmptyState>
        }
      />
      <p class="govuk-body">
        Take steps and waits away: <a href={`${href}/steps.xlsx${query}`}>steps as Excel</a>,{' '}
        <a href={`${href}/steps.csv${query}`}>steps as CSV</a>,{' '}
        <a href={`${href}/waits.xlsx${query}`}>waits as Excel</a>,{' '}
        <a href={`${href}/waits.csv${query}`}>waits as CSV</a>.
      </p>
      <AsAtForm asAt={view.asAt} href={href} latest={latest} />
    </>,
  )
}
