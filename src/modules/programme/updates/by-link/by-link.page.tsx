import {
  ErrorSummary,
  Heading,
  Inset,
  Lede,
  Notice,
  Page,
  PageHeading,
  type PageProps,
  renderPage,
  SummaryList,
  Text,
} from '../../../../design/index.ts'
import { type Day, dayOf, isBefore, longDay, longMoment } from '../../../../kernel/day.ts'
import { closedInWords } from '../../year-end/closed-in-words.ts'
import { MoreSaid } from '../more-said.tsx'
import { schemeOf } from '../scheme-of.ts'
import type { Submission } from '../update.store.ts'
import { SentSteps } from '../write-update/sent-steps.tsx'
import { EvidenceList, Ratings } from '../write-update/sent-update.tsx'
import { Before, NotSent, type UpdateForm, Write } from '../write-update/update-form.tsx'
import type { UpdateView } from '../write-update/update-view.ts'
import { lastVersion } from '../write-update/words-to-begin.ts'
import type { KnownLink } from './find-link.ts'

export type ByLink = {
  readonly known: KnownLink
  /** somebody else is signed in at this browser, by this name */
  readonly signedInAs: string | null
  readonly today: Day
}

export type AfterSending = {
  /** who judges it: the chairs of the lead group, or the manager */
  readonly judges: string
  readonly meetingOn: Day | null
  /** the day of the action's next report; null when there is none */
  readonly nextOn: Day | null
}

type PageWords = Pick<PageProps, 'title' | 'children'> & Partial<PageProps>

/** A page of a link: nothing on it leads anywhere else. */
export function alonePage({ known, signedInAs }: Pick<ByLink, 'known' | 'signedInAs'>, page: PageWords): string {
  const { children, ...rest } = page
  return renderPage(
    <Page aloneIn={known.partnership} {...rest}>
      {signedInAs !== null && (
        <Notice kind="information" title={`You are signed in here as ${signedInAs}`}>
          This link is {known.link.person.name}’s. What you send from this page is sent in their name, not in yours.
        </Notice>
      )}
      {children}
    </Page>,
  )
}

/** The update to write: what is asked, what was said last time, and the boxes. */
export function writeByLinkPage(by: ByLink, view: UpdateView, form: UpdateForm): string {
  const { action, plan, point } = view
  const { link, words } = by.known
  const last = lastVersion(view)
  const isLate = isBefore(point.dueOn, by.today)
  return alonePage(by, {
    title: `Write the update: ${nameOf(view)}`,
    hasProblems: form.problems.length > 0,
    flash: form.flash ? { kind: 'done', title: form.flash } : null,
    children: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading caption={`${plan.title} › ${nameOf(view)}`}>{action.text}</PageHeading>
        <Lede>
          {link.person.name}, your update {isLate ? 'was' : 'is'} due on {longDay(point.dueOn)}.
        </Lede>
        <Text>
          You need no account. The link is yours alone until the end of {longDay(dayOf(link.expiresAt))}: pass it to
          nobody, for what is sent by it is sent in your name.
        </Text>
        {view.sending === 'correct' && last && (
          <Text>
            An update was sent on {longMoment(last.submittedAt)}. What you write here corrects it, with your reason.
          </Text>
        )}
        {last?.verdict?.kind === 'sent-back' && <SentBack by={last.verdict.givenBy} note={last.verdict.note} />}
        {action.measure && <SummaryList rows={[{ key: 'Measure', value: action.measure }]} />}
        <Before view={view} isOpen />
        <Write view={view} form={form} action={`/u/${words}`} />
        <div id="steps">{view.mayDrop && <SentSteps view={view} once={form.once} action={`/u/${words}`} />}</div>
      </>
    ),
  })
}

/** What happened, who sees it when, and what comes next; and what was sent, to read once more. */
export function sentByLinkPage(
  by: ByLink,
  view: UpdateView,
  sent: Submission,
  after: AfterSending,
  form: UpdateForm,
): string {
  const { link, words } = by.known
  const isOwn = sent.submittedBy.id === link.person.id
  const isAccepted = sent.verdict?.kind === 'accepted'
  const what = sent.correctsId === null ? 'update' : 'correction'
  const title = isAccepted ? `The ${what} is accepted` : isOwn ? `Your ${what} is sent` : `The ${what} is sent`
  return alonePage(by, {
    title: `${title}: ${nameOf(view)}`,
    hasProblems: form.problems.length > 0,
    flash: form.flash ? { kind: 'done', title: form.flash } : null,
    children: (
      <>
        <ErrorSummary problems={form.problems} />
        <PageHeading caption={`${view.plan.title} › ${nameOf(view)}`}>{title}</PageHeading>
        <Lede>
          {sent.verdict
            ? `${sent.verdict.givenBy} accepted it on ${longMoment(sent.verdict.givenAt)}.`
            : `It is in the list of ${after.judges} from now on.`}
        </Lede>
        {sent.verdict?.note && <Inset>{sent.verdict.note}</Inset>}
        <Heading level={2}>What comes next</Heading>
        <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
          {!isAccepted && (
            <li>
              It is accepted, or sent back to you with a note. If it is sent back, this same link opens it again, with
              the note, until the end of {longDay(dayOf(link.expiresAt))}.
            </li>
          )}
          {after.meetingOn && !isBefore(after.meetingOn, by.today) && (
            <li>It goes to the meeting of {longDay(after.meetingOn)}.</li>
          )}
          <li>
            {after.nextOn
              ? `The next report on this action is due on ${longDay(after.nextOn)}. You are asked again before that day.`
              : 'No other report on this action is due.'}
          </li>
        </ul>
        <Text>There is nothing more for you to do. You can close this page.</Text>
        {view.closing && <Text>{closedInWords(view.closing)}.</Text>}
        {form.isRefused && <NotSent form={form} />}
        <Heading level={2}>{isOwn ? 'What you sent' : `What ${sent.submittedBy.name} sent`}</Heading>
        <Text>
          {view.action.text}
          <br />
          <span class="trellis-detail">{longMoment(sent.submittedAt)}</span>
        </Text>
        <Inset>
          <p class="govuk-body trellis-words">{sent.narrative}</p>
          <Ratings view={view} of={sent} />
          <MoreSaid scheme={schemeOf(view, sent)} of={sent} />
        </Inset>
        <EvidenceList view={view} />
        <div id="steps">
          <SentSteps view={view} once={form.once} action={`/u/${words}`} />
        </div>
      </>
    ),
  })
}

function SentBack({ by, note }: { readonly by: string; readonly note: string | null }) {
  return (
    <Notice kind="information" title={`${by} sent it back to you`}>
      {note && <p class="govuk-body trellis-words">{note}</p>}
      <p class="govuk-body">What you wrote is kept below. Change it, and send it again.</p>
    </Notice>
  )
}

/** Words that reached a link which opens nothing any more, so that nobody has to write them twice. */
export function KeptWords({ form }: { readonly form: Pick<UpdateForm, 'typed'> | null }) {
  if (!form || form.typed.narrative === '') return null
  return (
    <>
      <NotSent form={form} />
      <Text>Nothing of it was saved. Copy your words, and put them in by the new link.</Text>
    </>
  )
}

function nameOf({ action }: UpdateView): string {
  return action.ref ? `Action ${action.ref}` : 'Action'
}
