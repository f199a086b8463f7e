import {
  Button,
  ErrorSummary,
  Form,
  Lede,
  PageHeading,
  type Problem,
  problemOf,
  TextArea,
  TextInput,
} from '../../../design/index.ts'
import { longMoment } from '../../../kernel/day.ts'
import { valueAt } from '../../../kernel/value-at.ts'
import { memberPage } from '../member-page.tsx'
import type { Member } from '../visitor.ts'
import type { TextStanding } from './text-wish.store.ts'

const DONE: Readonly<Record<string, string>> = {
  wished: 'Text messages will be sent to that number',
  stopped: 'No more text messages will be sent',
}

type View = { readonly standing: TextStanding; readonly isOwn: boolean }
type TextForm = {
  readonly once: string
  readonly problems: readonly Problem[]
  readonly typed: { readonly mobile: string; readonly words: string } | null
  readonly done: string
}

export function textMessagesPage(visitor: Member, { standing, isOwn }: View, form: TextForm): string {
  const { person, mobile, wish } = standing
  const { once, problems, typed } = form
  const flash = valueAt(DONE, form.done)
  const url = isOwn ? '/account/text-messages' : `/people/${person.id}/text-messages`
  const back = isOwn ? { text: 'Your account', href: '/account' } : { text: person.name, href: `/people/${person.id}` }
  return memberPage(
    {
      visitor,
      title: 'Text messages',
      section: isOwn ? 'account' : 'directory',
      back,
      hasProblems: problems.length > 0,
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <ErrorSummary problems={problems} />
      <PageHeading caption={isOwn ? undefined : person.name}>Text messages</PageHeading>
      <Lede>{wish ? `Requests for updates go by text message to ${mobile}.` : 'Requests for updates go by mail.'}</Lede>
      {wish && (
        <p class="govuk-body">
          {isOwn ? 'You asked for this' : `${wish.by} recorded this`} on {longMoment(wish.wishedAt)}
          {wish.words ? `: “${wish.words}”` : ''}.
        </p>
      )}
      <p class="govuk-body">
        At most one message a day, by text instead of mail, from 8 to 18 on working days. What is too long for a text,
        and sign-in links, still go by mail.
      </p>
      <Form action={url} once={once}>
        <TextInput
          name="mobile"
          label={isOwn ? 'Your mobile number' : 'Their mobile number'}
          type="tel"
          value={typed?.mobile ?? mobile ?? ''}
          error={problemOf(problems, 'mobile')}
        />
        {!isOwn && (
          <TextArea
            name="words"
            label="How and when they asked for it"
            rows={2}
            value={typed?.words ?? ''}
            error={problemOf(problems, 'words')}
          />
        )}
        <Button>{wish ? 'Use this number' : isOwn ? 'Text me' : 'Record that they asked for texts'}</Button>
      </Form>
      {wish && (
        <Form action={`${url}/end`} once={once}>
          <Button kind="secondary">Send no more text messages</Button>
        </Form>
      )}
    </>,
  )
}
