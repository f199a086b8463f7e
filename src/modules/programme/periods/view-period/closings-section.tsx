import { Detail, Heading, Table } from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { longDay, longMoment, shortDay, shortMoment } from '../../../../kernel/day.ts'
import { LateDoing } from '../../points/late-doing.tsx'
import type { DifferenceKind } from '../closing-differences.ts'
import type { PeriodClosing } from '../reporting-period.ts'
import { standingWords, tallyInWords } from '../standing-in-period.ts'
import type { PeriodView } from './period-view.ts'

/** What came for the period's duties and is not in the closing, because it came too late for it. */
export function LateArrivals({ view, closing }: { readonly view: PeriodView; readonly closing: PeriodClosing }) {
  if (view.late.length === 0) return null
  return (
    <section>
      <Heading level={2} id="late">
        {`${counted(view.late.length, 'update')} came too late for this closing`}
      </Heading>
      <Table
        caption="Updates that came too late for this closing"
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'due', header: 'Due' },
          { key: 'sent', header: 'Sent' },
        ]}
        rows={view.late.map((update) => ({
          ref: update.ref ?? '–',
          action: (
            <>
              <a href={`/updates/${update.pointId}`}>{update.text}</a>
              <LateDoing since={view.lateSinceByAction.get(update.actionId) ?? null} />
            </>
          ),
          due: shortDay(update.dueOn),
          sent: (
            <>
              {shortMoment(update.submittedAt)}
              <Detail>
                {isLater(update.submittedAt, closing.closedAt)
                  ? 'Came after the period was closed'
                  : `Came after ${longDay(closing.asAt)}, the day the period speaks for`}
              </Detail>
            </>
          ),
        }))}
      />
    </section>
  )
}

const DIFFERENCES: Readonly<Record<DifferenceKind, string>> = {
  joined: 'was not in it before',
  gone: 'is in it no more',
  standing: 'its report',
  update: 'another update stands',
  progress: 'progress rating',
  impact: 'impact rating',
  acceptance: 'whether it was accepted',
  evidence: 'files of evidence',
  words: 'the action’s own words',
  heading: 'where it stands in the plan',
  work: 'whether the work is late',
}

/** What a closing holds otherwise than the closing before it. */
export function Differences({ view: { differences, shown, closings } }: { readonly view: PeriodView }) {
  if (!shown || shown.number === 1) return null
  const before = closings.find(({ number }) => number === shown.number - 1)
  return (
    <section>
      <Heading level={2} id="differences">
        {`Against closing ${shown.number - 1}: ${counted(differences.length, 'action differs', 'actions differ')}`}
      </Heading>
      {before?.reopened && (
        <p class="govuk-body">
          It was opened again by {before.reopened.by} on {longMoment(before.reopened.at)}: {before.reopened.because}
        </p>
      )}
      <Table
        caption="What differs between the two closings"
        captionIsHidden
        columns={[
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Action', width: 'wide' },
          { key: 'before', header: 'Before' },
          { key: 'now', header: 'In this closing' },
          { key: 'kinds', header: 'What differs' },
        ]}
        rows={differences.map(({ action, before, kinds }) => ({
          ref: action.ref ?? '–',
          action: (
            <>
              <a href={`/actions/${action.id}`}>{action.text}</a>
              <LateDoing since={action.lateSince} />
            </>
          ),
          before: before ? standingWords(before.standing) : 'Not in it',
          now: kinds.includes('gone') ? 'Not in it' : standingWords(action.standing),
          kinds: kinds.map((kind) => DIFFERENCES[kind]).join(', '),
        }))}
        whenEmpty="Both closings hold the same"
      />
    </section>
  )
}

/** Each closing there was, with its account, and why it was opened again. */
export function Closings({ view, url }: { readonly view: PeriodView; readonly url: string }) {
  if (view.closings.length === 0) return null
  return (
    <section>
      <Heading level={2}>Closings</Heading>
      <Table
        caption="Closings of this period"
        captionIsHidden
        columns={[
          { key: 'number', header: 'No.', width: 'narrow', isReference: true },
          { key: 'closed', header: 'Closed' },
          { key: 'account', header: 'What stood', width: 'wide' },
          { key: 'reopened', header: 'Opened again' },
        ]}
        rows={view.closings.map((closing) => ({
          number: <a href={`${url}?closing=${closing.number}`}>{closing.number}</a>,
          closed: (
            <>
              {shortMoment(closing.closedAt)}
              <Detail>
                by {closing.closedBy}, as at {shortDay(closing.asAt)}
              </Detail>
            </>
          ),
          account: tallyInWords(closing.tally),
          reopened: closing.reopened ? (
            <>
              {shortMoment(closing.reopened.at)}
              <Detail>
                by {closing.reopened.by}: {closing.reopened.because}
              </Detail>
            </>
          ) : (
            'No'
          ),
        }))}
      />
    </section>
  )
}

function isLater(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0
}
