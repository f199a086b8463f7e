import { Detail, EmptyState, Heading, Lede, PageHeading, Table, Tag } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { isBefore, longDay, shortDay } from '../../../kernel/day.ts'
import { unreachable } from '../../../kernel/result.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { MyUpdate } from './my-updates.store.ts'
import type { MyUpdatesView } from './my-updates-view.ts'

export function myUpdatesPage(visitor: Member, view: MyUpdatesView, flash: string | null): string {
  const { waiting, later, sent, toJudge } = view
  return memberPage(
    { visitor, title: 'My updates', section: 'updates', flash: flash ? { kind: 'done', title: flash } : null },
    <>
      <PageHeading>My updates</PageHeading>
      <Lede>{answer(view)}</Lede>
      {toJudge.length > 0 && (
        <section>
          <Heading level={2}>For you to accept or send back</Heading>
          <Updates view={view} updates={toJudge} caption="Updates for you to accept or send back" />
        </section>
      )}
      {waiting.length > 0 && (
        <section>
          <Heading level={2}>To write</Heading>
          <Updates view={view} updates={waiting} caption="Updates to write" />
        </section>
      )}
      {later.length > 0 && (
        <section>
          <Heading level={2}>Later</Heading>
          <Updates view={view} updates={later} caption="Updates due later" />
        </section>
      )}
      {sent.length > 0 && (
        <section>
          <Heading level={2}>Sent</Heading>
          <Updates view={view} updates={sent} caption="Updates you sent" />
        </section>
      )}
      {waiting.length + later.length + sent.length + toJudge.length === 0 && (
        <EmptyState title="No update is asked of you" action={<a href="/plans">See the plans</a>}>
          When you lead an action, or chair a group that does, its updates are listed here.
        </EmptyState>
      )}
    </>,
  )
}

function answer({ waiting, later, toJudge, today }: MyUpdatesView): string {
  const overdue = waiting.filter(({ dueOn }) => isBefore(dueOn, today)).length
  const next = [...waiting, ...later].find(({ dueOn }) => !isBefore(dueOn, today))
  const facts = [
    toJudge.length > 0 ? `${counted(toJudge.length, 'update')} for you to accept or send back` : null,
    waiting.length > 0 ? `${counted(waiting.length, 'update')} to write` : null,
    overdue > 0 ? `${overdue} overdue` : null,
  ].filter(Boolean)
  if (facts.length > 0) return `${facts.join(', ')}.`
  return next ? `Nothing needs you now. The next update is due on ${longDay(next.dueOn)}.` : 'Nothing needs you now.'
}

function Updates(props: {
  readonly view: MyUpdatesView
  readonly updates: readonly MyUpdate[]
  readonly caption: string
}) {
  const { view, updates, caption } = props
  return (
    <Table
      caption={caption}
      captionIsHidden
      columns={[
        { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
        { key: 'action', header: 'Action', width: 'wide' },
        { key: 'due', header: 'Due' },
        { key: 'state', header: 'State' },
      ]}
      rows={updates.map((update) => ({
        ref: update.ref ?? '–',
        action: (
          <>
            <a href={`/updates/${update.pointId}`}>{update.text}</a>
            {update.note && <Detail>The chair’s note: {update.note}</Detail>}
          </>
        ),
        due: shortDay(update.dueOn),
        state: <State update={update} today={view.today} />,
      }))}
    />
  )
}

function State({ update, today }: { readonly update: MyUpdate; readonly today: MyUpdatesView['today'] }) {
  const isOverdue = isBefore(update.dueOn, today)
  switch (update.state) {
    case 'asked':
      return isOverdue ? <Tag tone="strong">Overdue</Tag> : <Tag>To write</Tag>
    case 'draft':
      return isOverdue ? <Tag tone="strong">Overdue, begun</Tag> : <Tag>Begun</Tag>
    case 'sent-back':
      return <Tag tone="strong">Sent back</Tag>
    case 'submitted':
      return <Tag tone="plum">{update.sentBy ? `From ${update.sentBy}` : 'Sent'}</Tag>
    case 'accepted':
      return <Tag tone="plum">Accepted</Tag>
    default:
      return unreachable(update.state)
  }
}
