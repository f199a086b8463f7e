import { Heading, Inset, Notice, RatingChip } from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import { FileName } from '../../../files/index.ts'
import { needsEvidence } from '../../../plan/index.ts'
import { FileFacts } from '../../evidence/file-facts.tsx'
import { ratingOf } from '../../ratings/rating-words.ts'
import { MoreSaid } from '../more-said.tsx'
import { schemeOf } from '../scheme-of.ts'
import type { Submission } from '../update.store.ts'
import type { UpdateView } from './update-view.ts'

type Seen = { readonly view: UpdateView }

/** What was sent, with its ratings, its evidence and its verdict. */
export function Sent({ view, sent }: Seen & { readonly sent: Submission }) {
  const { verdict } = sent
  return (
    <section>
      <Heading level={2}>
        Sent by {sent.submittedBy.name}, {longMoment(sent.submittedAt)}
      </Heading>
      <Inset>
        <p class="govuk-body trellis-words">{sent.narrative}</p>
        <Ratings view={view} of={sent} />
        <MoreSaid scheme={schemeOf(view, sent)} of={sent} />
      </Inset>
      {sent === view.submissions[0] && <EvidenceList view={view} />}
      {isUnproved(view, sent) && (
        <Notice kind="warning" title="Its rating needs evidence, and none is attached to this update">
          {needingEvidence(view, sent)} says so by the plan’s own rules. Ask for what shows it.
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

function isUnproved(view: UpdateView, sent: Submission): boolean {
  return needsEvidence(schemeOf(view, sent), sent) && sent === view.submissions[0] && view.evidence.length === 0
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
