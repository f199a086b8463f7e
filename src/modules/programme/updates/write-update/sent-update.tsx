import { Details, Heading, Inset, Notice, RatingChip, Text } from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import { FileName } from '../../../files/index.ts'
import { needsEvidence } from '../../../plan/index.ts'
import { FileFacts } from '../../evidence/file-facts.tsx'
import { ratingOf } from '../../ratings/rating-words.ts'
import { BothTexts } from '../both-texts.tsx'
import { MoreSaid } from '../more-said.tsx'
import { schemeOf } from '../scheme-of.ts'
import type { Submission } from '../update.store.ts'
import type { UpdateView } from './update-view.ts'
import { lastVersion } from './words-to-begin.ts'

type Seen = { readonly view: UpdateView }

/** What was sent, with its ratings, its evidence and its verdict. */
export function Sent({ view, sent }: Seen & { readonly sent: Submission }) {
  const { verdict } = sent
  return (
    <section>
      <Heading level={2}>
        Sent by {sent.submittedBy.name}, {longMoment(sent.submittedAt)}
      </Heading>
      {sent.correctsId && <Text>A correction, because: {sent.reason}</Text>}
      <Inset>
        <p class="govuk-body trellis-words">{sent.narrative}</p>
        <Ratings view={view} of={sent} />
        <MoreSaid scheme={schemeOf(view, sent)} of={sent} />
      </Inset>
      <Corrected view={view} sent={sent} />
      {sent === lastVersion(view) && <EvidenceList view={view} />}
      {isUnproved(view, sent) && (
        <Notice kind="warning" title="Its rating needs evidence, and none is attached to this update">
          {needingEvidence(view, sent)} says so by the plan’s own rules. Ask for what shows it.
        </Notice>
      )}
      {sent.withdrawal && (
        <Notice kind="information" title={withdrawnInWords(view, sent, sent.withdrawal)}>
          It stands no more, and stays on record.
        </Notice>
      )}
      {verdict?.kind === 'accepted' && (
        <Notice kind="done" title={`Accepted by ${verdict.givenBy}, ${longMoment(verdict.givenAt)}`}>
          {verdict.note}
        </Notice>
      )}
      {verdict?.kind === 'sent-back' && (
        <Notice kind="information" title={`Sent back by ${verdict.givenBy}, ${longMoment(verdict.givenAt)}`}>
          {verdict.note}
        </Notice>
      )}
    </section>
  )
}

/** A correction beside what it corrects. */
function Corrected({ view, sent }: Seen & { readonly sent: Submission }) {
  const corrected = view.submissions.find(({ id }) => id === sent.correctsId)
  if (!corrected) return null
  const title = (of: Submission) => `Sent ${longMoment(of.submittedAt)}`
  return (
    <Details summary="Beside what it corrects" open={!sent.verdict && !sent.withdrawal}>
      <BothTexts
        caption="What it corrects, and the correction"
        scheme={view.scheme}
        first={{ ...corrected, title: title(corrected) }}
        second={{ ...sent, title: `${title(sent)}, the correction` }}
      />
    </Details>
  )
}

function withdrawnInWords(
  view: UpdateView,
  sent: Submission,
  { at, by }: NonNullable<Submission['withdrawal']>,
): string {
  const isReplaced = view.submissions.some(({ id, submittedAt }) => id !== sent.id && submittedAt.equals(at))
  return isReplaced ? `Replaced by the version of ${longMoment(at)}` : `Taken back by ${by}, ${longMoment(at)}`
}

function isUnproved(view: UpdateView, sent: Submission): boolean {
  return needsEvidence(schemeOf(view, sent), sent) && sent === lastVersion(view) && view.evidence.length === 0
}

/** "Complete", or the names of both where progress and impact need it. */
function needingEvidence(view: UpdateView, sent: Submission): string {
  const { progress, impact } = sent
  const keys = schemeOf(view, sent).ratings.filter(
    ({ key, needsEvidence }) => needsEvidence && (key === progress || key === impact),
  )
  return keys.map(({ name }) => `“${name}”`).join(' and ')
}

/** Progress, then impact. */
export function Ratings({ view, of }: Seen & { readonly of: Submission }) {
  return (
    <p class="govuk-body trellis-ratings">
      <span>
        Progress <RatingChip rating={ratingOf(schemeOf(view, of), of.progress)} />
      </span>
      <span>
        Impact <RatingChip rating={ratingOf(schemeOf(view, of), of.impact)} />
      </span>
    </p>
  )
}

/** The files attached so far. */
export function EvidenceList({ view }: Seen) {
  if (view.evidence.length === 0) return null
  return (
    <>
      <Heading level={3}>Evidence</Heading>
      <ul class="govuk-list">
        {view.evidence.map((file) => (
          <li>
            {view.mayOpenFiles ? <FileName file={file} /> : file.name} <FileFacts file={file} />
          </li>
        ))}
      </ul>
    </>
  )
}
