import { Detail, Heading, Lede, PageHeading, RatingChip, ShareBars, Table, Text } from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { isBefore, shortDay } from '../../../../kernel/day.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { PlanTabs } from '../../plan-pages/view-plan/plan-tabs.tsx'
import { LateDoing } from '../../points/late-doing.tsx'
import { type Comparison, comparable, comparisonInWords, type TallyOf } from '../beside-facts.ts'
import { ratingOf } from '../rating-words.ts'
import type { ChosenUpdate } from './chosen.store.ts'
import { type Grouping, groupName, type OptimismView } from './optimism-view.ts'

export function viewOptimismPage(visitor: Member, view: OptimismView): string {
  const { plan, finding, groups } = view
  return memberPage(
    {
      visitor,
      title: `Ratings beside the facts: ${plan.title}`,
      section: 'plans',
      wide: true,
      breadcrumbs: [
        { text: 'Plans', href: '/plans' },
        { text: plan.title, href: `/plans/${plan.id}` },
        { text: 'Ratings beside the facts' },
      ],
    },
    <>
      <PageHeading caption={plan.title}>Ratings beside the facts</PageHeading>
      <Lede>{finding}</Lede>
      <PlanTabs planId={plan.id} current="matrix" />
      <Text>
        A rating that differs is no fault: its lead may know what no calendar does, and says so in a sentence. This page
        shows where it is worth asking. It counts updates that stand, not those sent back or taken back, and their
        rating for progress.
      </Text>
      <Months view={view} />
      <Grouped view={view} by="body" title="By lead group" groups={groups.body} />
      <Grouped
        view={view}
        by="organisation"
        title="By the organisation of whoever sent it"
        groups={groups.organisation}
      />
      <Members view={view} />
    </>,
  )
}

type Seen = { readonly view: OptimismView }
const COMPARED: readonly Comparison[] = ['same', 'better', 'worse']

function Months({ view }: Seen) {
  const { month } = view.groups
  const withSome = month.filter(({ tally }) => comparable(tally) > 0)
  return (
    <>
      {withSome.length > 0 && (
        <ShareBars
          title="Ratings by month, where the facts suggested one"
          bars={withSome.map(({ name, tally }) => ({
            label: groupName('month', name),
            parts: COMPARED.map((of) => ({ name: comparisonInWords(of), count: tally[of] })),
          }))}
          source="By the month in which the update was sent. Months without a suggestion are left out here, and are in the table."
        />
      )}
      <Grouped view={view} by="month" title="Over time" groups={month} />
    </>
  )
}

type GroupedProps = Seen & { readonly by: Grouping; readonly title: string; readonly groups: readonly TallyOf[] }

function Grouped({ view, by, title, groups }: GroupedProps) {
  return (
    <section>
      <Heading level={2}>{title}</Heading>
      <Table
        caption={title}
        captionIsHidden
        columns={[
          { key: 'name', header: by === 'month' ? 'Month' : 'Group', isReference: true },
          { key: 'same', header: 'The same', align: 'end' },
          { key: 'better', header: 'Better than suggested', align: 'end' },
          { key: 'worse', header: 'Worse than suggested', align: 'end' },
          { key: 'of', header: 'Of those with a suggestion', align: 'end' },
          { key: 'none-suggested', header: 'Nothing suggested', align: 'end' },
          { key: 'not-kept', header: 'Not kept then', align: 'end' },
        ]}
        rows={groups.map(({ name, tally }) => {
          const cell = (comparison: Comparison) => (
            <Counted view={view} count={tally[comparison]} {...{ by, name, comparison }} />
          )
          return {
            name: groupName(by, name),
            same: cell('same'),
            better: cell('better'),
            worse: cell('worse'),
            of: String(comparable(tally)),
            'none-suggested': cell('none-suggested'),
            'not-kept': cell('not-kept'),
          }
        })}
        whenEmpty="No update has been sent yet"
      />
    </section>
  )
}

type CountedProps = Seen & {
  readonly count: number
  readonly by: Grouping
  readonly name: string
  readonly comparison: Comparison
}

function Counted({ view, count, by, name, comparison }: CountedProps) {
  if (count === 0) return <>0</>
  const query = new URLSearchParams({ show: comparison, by, group: name })
  return <a href={`/plans/${view.plan.id}/ratings-beside-facts?${query}#updates`}>{count}</a>
}

function Members({ view }: Seen) {
  const { listed, members, found, plan } = view
  const what = listed.comparison ? comparisonInWords(listed.comparison) : 'every update'
  const whose = listed.by ? `, ${groupName(listed.by, listed.group ?? '')}` : ''
  const isSome = listed.comparison !== null || listed.by !== null
  return (
    <section>
      <Heading level={2} id="updates">
        {isSome ? `Updates: ${what}${whose}` : 'Every update'}
      </Heading>
      <Text>
        {members.length < found
          ? `The latest ${members.length} of ${counted(found, 'update')}.`
          : `${counted(found, 'update')}.`}{' '}
        {isSome && <a href={`/plans/${plan.id}/ratings-beside-facts#updates`}>Show every update</a>}
      </Text>
      <Table
        caption="Updates with what was chosen and suggested"
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'sent', header: 'Sent' },
          { key: 'chosen', header: 'Chosen' },
          { key: 'suggested', header: 'Suggested' },
        ]}
        rows={members.map(rowOf)}
        whenEmpty="No update is counted here"
      />
    </section>
  )
}

function rowOf({ pointId, ref, text, sentOn, dueOn, lateSince, chosen, suggested, because, scheme }: ChosenUpdate) {
  return {
    ref: ref ?? '–',
    action: (
      <>
        <a href={`/updates/${pointId}`}>{text}</a>
        <LateDoing since={lateSince} />
        {because && <Detail>The lead says: “{because}”</Detail>}
        {suggested?.rating && <Detail>{suggested.reason}</Detail>}
      </>
    ),
    sent: (
      <>
        {shortDay(sentOn)}
        {isBefore(dueOn, sentOn) && <Detail>Due {shortDay(dueOn)}</Detail>}
      </>
    ),
    chosen: <RatingChip rating={ratingOf(scheme, chosen)} size="small" />,
    suggested: suggested?.rating ? (
      <RatingChip rating={ratingOf(scheme, suggested.rating)} size="small" />
    ) : suggested ? (
      'Nothing'
    ) : (
      'Not kept then'
    ),
  }
}
