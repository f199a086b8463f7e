import {
  Button,
  Heading,
  History,
  Lede,
  PageHeading,
  RatingChip,
  SummaryList,
  Table,
  Tag,
  Text,
} from '../../../../design/index.ts'
import { longDay, longMoment } from '../../../../kernel/day.ts'
import { unreachable } from '../../../../kernel/result.ts'
import { FileName } from '../../../files/index.ts'
import { type Member, memberPage } from '../../../people/index.ts'
import { PartWords } from '../../../plan/index.ts'
import { datesInWords } from '../../../reading/index.ts'
import { FileProof } from '../../evidence/file-facts.tsx'
import { ratingOf } from '../../ratings/rating-words.ts'
import { MoreSaid } from '../../updates/more-said.tsx'
import { schemeOf } from '../../updates/scheme-of.ts'
import type { Submission } from '../../updates/update.store.ts'
import { StepsAndWaitsSection } from '../../waiting/steps-and-waits.tsx'
import { AsAtForm, AsAtNotice } from '../as-at/as-at.tsx'
import { ActionHistory } from './action-history.tsx'
import type { ActionView, PointState } from './action-view.ts'
import { SaidByDocument } from './said-by-document.tsx'

export function viewActionPage(visitor: Member, view: ActionView, flash: string | null): string {
  const { plan, action, trail, latest } = view
  const name = action.ref ? `Action ${action.ref}` : 'Action'
  return memberPage(
    {
      visitor,
      title: `${name}: ${action.text.slice(0, 80)}`,
      section: 'plans',
      breadcrumbs: [{ text: 'Plans', href: '/plans' }, { text: plan.title, href: `/plans/${plan.id}` }, { text: name }],
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <PageHeading caption={[name, ...trail].join(' › ')}>{action.text}</PageHeading>
      <AsAtNotice asked={view.asked} href={`/actions/${action.id}`} today={view.todayInWords} />
      <Standing view={view} latest={latest} />
      <SummaryList
        rows={[
          { key: 'Measure', value: action.measure ?? 'None given' },
          {
            key: 'Timescale',
            value: (
              <>
                {action.timescale?.text ?? 'None given'}
                {datesInWords(action.timescale) && <span class="trellis-detail">{datesInWords(action.timescale)}</span>}
              </>
            ),
          },
          { key: 'Lead group', value: view.leadGroup ?? 'None of this partnership' },
          { key: 'Leads', value: view.leads.join(', ') || 'None given' },
        ]}
      />
      {view.partsAbove.map((part) => (
        <PartWords part={part} />
      ))}
      {view.mayChange && (
        <Button kind="secondary" href={`/actions/${action.id}/change`}>
          Change this action
        </Button>
      )}
      <p class="govuk-body">
        <a href={`/actions/${action.id}/ending`}>How it ends, and its life across plans</a>
        {view.mayChange && (
          <>
            {' · '}
            <a href={`/actions/${action.id}/split-off`}>Split an action off</a>
          </>
        )}
      </p>
      <StepsAndWaitsSection of={view.stepsAndWaits} mayKeep={view.mayReport || view.mayChange} />
      <Points view={view} />
      <Updates view={view} />
      <EvidenceList view={view} />
      <SaidByDocument view={view} />
      <ActionHistory view={view} />
      <AsAtForm asAt={view.asked.asAt} href={`/actions/${action.id}`} latest={view.latestDay} />
    </>,
  )
}

function Standing({ view, latest }: { readonly view: ActionView; readonly latest: Submission | null }) {
  if (!latest) return <Lede>No update has been sent yet, so it is not rated.</Lede>
  return (
    <SummaryList
      rows={[
        { key: 'Progress', value: <RatingChip rating={ratingOf(schemeOf(view, latest), latest.progress)} /> },
        { key: 'Impact', value: <RatingChip rating={ratingOf(schemeOf(view, latest), latest.impact)} /> },
        ...forecastRow(view, latest),
        {
          key: 'Rated',
          value: `${longMoment(latest.submittedAt)} by ${latest.submittedBy.name}${latest.verdict ? '' : ', not yet accepted'}`,
        },
      ]}
    />
  )
}

function forecastRow(view: ActionView, latest: Submission) {
  const { forecast, returnOn } = latest
  return [
    ...(forecast
      ? [
          {
            key: 'Expected at the end of the year',
            value: <RatingChip rating={ratingOf(schemeOf(view, latest), forecast)} />,
          },
        ]
      : []),
    ...(returnOn ? [{ key: 'Back on track by', value: longDay(returnOn) }] : []),
  ]
}

function Points({ view }: { readonly view: ActionView }) {
  return (
    <section>
      <Heading level={2}>When it reports</Heading>
      <Table
        caption="Duties to report"
        captionIsHidden
        columns={[
          { key: 'due', header: 'Due', isReference: true },
          { key: 'state', header: 'Update' },
        ]}
        rows={view.points.map((point) => ({
          due: longDay(point.dueOn),
          state: (
            <>
              <StateTag state={point.state} /> <PointLink view={view} point={point} />
            </>
          ),
        }))}
        whenEmpty="The timescale gives no date, so no update is due"
      />
    </section>
  )
}

function PointLink({ view, point }: { readonly view: ActionView; readonly point: ActionView['points'][number] }) {
  const isOpen =
    point.state === 'to-come' || point.state === 'overdue' || point.state === 'missed' || point.state === 'sent-back'
  if (view.asked.asAt || (isOpen && !view.mayReport)) return null
  return (
    <a href={`/updates/${point.id}`}>
      {isOpen ? 'Write the update' : 'Read the update'}
      <span class="govuk-visually-hidden"> due {longDay(point.dueOn)}</span>
    </a>
  )
}

function StateTag({ state }: { readonly state: PointState }) {
  switch (state) {
    case 'to-come':
      return <Tag>To come</Tag>
    case 'overdue':
      return <Tag tone="strong">Overdue</Tag>
    case 'missed':
      return <Tag>Missed</Tag>
    case 'sent':
      return <Tag tone="plum">Waiting for the chair</Tag>
    case 'sent-back':
      return <Tag tone="strong">Sent back</Tag>
    case 'accepted':
      return <Tag tone="plum">Accepted</Tag>
    case 'correcting':
      return <Tag tone="plum">Accepted; a correction waits for the chair</Tag>
    default:
      return unreachable(state)
  }
}

function Updates({ view }: { readonly view: ActionView }) {
  return (
    <section>
      <Heading level={2}>Updates</Heading>
      {view.submissions.length === 0 && <Text>No update has been sent yet.</Text>}
      <History
        entries={view.submissions.map((sent) => ({
          who: sent.submittedBy.name,
          when: longMoment(sent.submittedAt),
          what: (
            <span class="trellis-ratings">
              <span>
                Progress <RatingChip rating={ratingOf(schemeOf(view, sent), sent.progress)} size="small" />
              </span>
              <span>
                Impact <RatingChip rating={ratingOf(schemeOf(view, sent), sent.impact)} size="small" />
              </span>
            </span>
          ),
          detail: (
            <>
              {sent.correctsId && <span class="trellis-detail">A correction, because: {sent.reason}</span>}
              <span class="trellis-words">{sent.narrative}</span>
              <MoreSaid scheme={schemeOf(view, sent)} of={sent} />
              <Verdict sent={sent} />
            </>
          ),
        }))}
      />
    </section>
  )
}

function Verdict({ sent }: { readonly sent: Submission }) {
  if (sent.withdrawal) {
    return (
      <span class="trellis-detail">
        Taken back by {sent.withdrawal.by}, {longMoment(sent.withdrawal.at)}
      </span>
    )
  }
  if (!sent.verdict) return <span class="trellis-detail">Waiting for the chair</span>
  const { kind, givenBy, givenAt, note } = sent.verdict
  const words = kind === 'accepted' ? 'Accepted' : 'Sent back'
  return (
    <span class="trellis-detail">
      {words} by {givenBy}, {longMoment(givenAt)}
      {note && `: ${note}`}
    </span>
  )
}

function EvidenceList({ view }: { readonly view: ActionView }) {
  return (
    <section>
      <Heading level={2}>Evidence</Heading>
      {view.evidence.length === 0 && <Text>No file has been attached.</Text>}
      <ul class="govuk-list">
        {view.evidence.map((file) => (
          <li>
            <FileName file={file} /> <FileProof file={file} />
          </li>
        ))}
      </ul>
    </section>
  )
}
