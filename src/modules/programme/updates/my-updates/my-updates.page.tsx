import {
  type Column,
  Detail,
  EmptyState,
  Heading,
  Lede,
  Notice,
  PageHeading,
  Table,
  Tag,
  Text,
} from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { type Day, isBefore, longDay, shortDay } from '../../../../kernel/day.ts'
import { unreachable } from '../../../../kernel/result.ts'
import { holds, holdsEverywhere, type Member, memberPage } from '../../../people/index.ts'
import { LateDoing } from '../../points/late-doing.tsx'
import { Facts, LastSaid } from './last-said.tsx'
import type { MyUpdate, MyUpdates } from './my-updates.store.ts'
import { isMissed, isOverdue, type MyUpdatesView } from './my-updates-view.ts'

export function myUpdatesPage(visitor: Member, view: MyUpdatesView, filesFound: number, flash: string | null): string {
  const { waiting, later, sent, missed, toJudge, standIn, today, before } = view
  return memberPage(
    {
      visitor,
      title: 'My updates',
      section: 'updates',
      wide: true,
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <PageHeading>My updates</PageHeading>
      <Lede>{answer(view)}</Lede>
      {isOfferedSheet(visitor, view) && (
        <Text>
          <a href="/updates/spreadsheet">Answer many at once by spreadsheet (.xlsx)</a>
        </Text>
      )}
      {filesFound > 0 && (
        <Notice kind="warning" title={`The virus scanner found something in ${counted(filesFound, 'file')}`}>
          <a href="/files">See what it was, and who added it</a>
        </Notice>
      )}
      <Updates
        of={toJudge}
        title="For you to accept or send back"
        caption="Updates for you to accept or send back"
        {...{ today }}
      />
      <Updates of={waiting} title="To write" caption="Updates to write" {...{ today, before }} />
      {standIn.names.length > 0 && <StandIn {...standIn} {...{ today, before }} />}
      <Updates of={later} title="Later" caption="Updates due later" {...{ today, before }} />
      <Updates of={sent} title="Sent" caption="Updates you sent" order="latest" {...{ today }} />
      <Updates
        of={missed}
        title="Missed: a later update was sent since"
        caption="Updates missed"
        order="latest"
        {...{ today, before }}
      />
      {standIn.names.length === 0 && [waiting, later, sent, missed, toJudge].every(({ found }) => found === 0) && (
        <EmptyState title="No update is asked of you" action={<a href="/plans">See the plans</a>}>
          When you lead an action, or chair a group that does, its updates are listed here.
        </EmptyState>
      )}
    </>,
  )
}

/** Whether there may be something to fill in: to whoever writes for every lead it is always offered. */
function isOfferedSheet(visitor: Member, { waiting, later, standIn }: MyUpdatesView): boolean {
  if (!holds(visitor, 'write-updates')) return false
  return holdsEverywhere(visitor, 'write-updates') || waiting.found + later.found + standIn.open.found > 0
}

function answer({ waiting, later, toJudge, standIn, today }: MyUpdatesView): string {
  const overdue = waiting.updates.filter((update) => isOverdue(update, today)).length
  const next = [...waiting.updates, ...later.updates].find(({ dueOn }) => !isBefore(dueOn, today))
  const facts = [
    toJudge.found > 0 ? `${counted(toJudge.found, 'update')} for you to accept or send back` : null,
    waiting.found > 0 ? `${counted(waiting.found, 'update')} to write` : null,
    overdue > 0 ? `${overdue} overdue` : null,
    standIn.open.found > 0 ? `${counted(standIn.open.found, 'update')} where you stand in` : null,
  ].filter(Boolean)
  if (facts.length > 0) return `${facts.join(', ')}.`
  return next ? `Nothing needs you now. The next update is due on ${longDay(next.dueOn)}.` : 'Nothing needs you now.'
}

/** For whom the visitor stands in, and what they may write for them while they do. */
function StandIn({ names, open, ...facts }: MyUpdatesView['standIn'] & Pick<MyUpdatesView, 'today' | 'before'>) {
  const title = `You stand in for ${names.join(', ')}`
  if (open.found > 0) return <Updates of={open} title={title} caption="Updates you may write as a deputy" {...facts} />
  return (
    <section>
      <Heading level={2}>{title}</Heading>
      <Text>No update of theirs waits to be written.</Text>
    </section>
  )
}

const LAST_SAID: readonly Column<'last'>[] = [{ key: 'last', header: 'Last update', width: 'wide' }]

/** A heading and its updates; nothing when there is none. */
function Updates(props: {
  readonly of: MyUpdates
  readonly title: string
  readonly caption: string
  readonly today: Day
  /** given where they are to be written */
  readonly before?: MyUpdatesView['before']
  /** which end of the list is shown when it is too long */
  readonly order?: 'soonest' | 'latest'
}) {
  const { of, title, caption, today, before, order = 'soonest' } = props
  const { updates, found } = of
  if (found === 0) return null
  return (
    <section>
      <Heading level={2}>{title}</Heading>
      <Table
        caption={caption}
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          ...(before ? LAST_SAID : []),
          { key: 'due', header: 'Due' },
          { key: 'state', header: 'State' },
        ]}
        rows={updates.map((update) => ({
          ref: update.ref ?? '–',
          action: (
            <>
              <a href={`/updates/${update.pointId}`}>{update.text}</a>
              <LateDoing since={update.lateSince} />
              {update.note && <Detail>The chair’s note: {update.note}</Detail>}
              <Facts of={before?.get(update.actionId)} {...{ today, dueOn: update.dueOn }} />
            </>
          ),
          last: <LastSaid last={before?.get(update.actionId)?.last ?? null} />,
          due: shortDay(update.dueOn),
          state: <State update={update} today={today} />,
        }))}
      />
      {updates.length < found && (
        <Text>
          The {order} {updates.length} of {found} are listed. Each action’s own page has all of its updates.
        </Text>
      )}
    </section>
  )
}

function State({ update, today }: { readonly update: MyUpdate; readonly today: Day }) {
  switch (update.state) {
    case 'asked':
      if (isMissed(update, today)) return <Tag>Missed</Tag>
      return isOverdue(update, today) ? <Tag tone="strong">Overdue</Tag> : <Tag>To write</Tag>
    case 'draft':
      if (isMissed(update, today)) return <Tag>Missed, begun</Tag>
      return isOverdue(update, today) ? <Tag tone="strong">Overdue, begun</Tag> : <Tag>Begun</Tag>
    case 'sent-back':
      return <Tag tone="strong">Sent back</Tag>
    case 'submitted':
      return <Tag tone="plum">{update.sentBy ? `From ${update.sentBy}` : 'Sent'}</Tag>
    case 'accepted':
      return <Tag tone="plum">Accepted</Tag>
    case 'correction-draft':
      return <Tag>Correction begun</Tag>
    case 'correction-sent':
      return <Tag tone="plum">{update.sentBy ? `Correction from ${update.sentBy}` : 'Correction sent'}</Tag>
    case 'correction-sent-back':
      return <Tag tone="strong">Correction sent back</Tag>
    default:
      return unreachable(update.state)
  }
}
