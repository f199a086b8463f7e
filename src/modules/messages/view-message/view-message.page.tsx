import { Button, Form, Heading, Inset, Notice, PageHeading, SummaryList, Text } from '../../../design/index.ts'
import { type MessageBlock, messageBlocks } from '../../../platform/messages/index.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { MessageView } from './message-view.ts'

/** One message: to whom, how it ended, what it says, and each try to hand it over. */
type Around = { readonly id: string; readonly once: string; readonly flash: string | null }

export function viewMessagePage(visitor: Member, view: MessageView, { id, once, flash }: Around): string {
  const { subject, facts, text, tries, refusal } = view
  return memberPage(
    {
      visitor,
      title: subject,
      section: 'messages',
      back: { text: 'Messages', href: '/messages' },
      flash: flash ? { kind: 'done', title: flash } : null,
    },
    <>
      <PageHeading caption="Message">{subject}</PageHeading>
      {refusal && (
        <Notice kind="warning" title={`This address was refused on ${refusal.when}`}>
          <p class="govuk-body">Its server said: “{refusal.words}”. Ask its owner for another one.</p>
        </Notice>
      )}
      <SummaryList rows={facts} />
      <Change may={view.mayChange} id={id} once={once} />
      <Heading level={2}>What it says</Heading>
      {text === null ? (
        <Text>This message holds a link that lets its reader in, so its words are shown to nobody else.</Text>
      ) : (
        <Inset>{messageBlocks(text).map(block)}</Inset>
      )}
      <Heading level={2}>Tries to hand it over</Heading>
      {tries.length === 0 ? (
        <Text>None.</Text>
      ) : (
        <ol class="trellis-history">
          {tries.map(({ what, when, words }) => (
            <li class="trellis-history__entry">
              <p class="trellis-history__what">{what}</p>
              <p class="trellis-history__who">{when}</p>
              {words && <div class="trellis-history__detail">{words}</div>}
            </li>
          ))}
        </ol>
      )}
    </>,
  )
}

function Change({ may, id, once }: { readonly may: MessageView['mayChange'] } & Pick<Around, 'id' | 'once'>) {
  switch (may) {
    case 'take-back':
      return (
        <Form action={`/messages/${id}/taking-back`} once={once}>
          <Button kind="secondary">Take this message back</Button>
        </Form>
      )
    case 'send-again':
      return (
        <Form action={`/messages/${id}/sending-again`} once={once}>
          <Text>It goes to the address that the directory has now of whom it is for.</Text>
          <Button>Send this message again</Button>
        </Form>
      )
    case 'holds-a-link':
      return <Text>It held a link that is gone with it: send a new one from where it came.</Text>
    case 'too-late':
      return <Text>What it says is no longer true, so that it is not sent again.</Text>
    case null:
      return null
  }
}

function block({ kind, lines }: MessageBlock) {
  if (kind === 'list')
    return (
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>{line.map(piece)}</li>
        ))}
      </ul>
    )
  return (
    <p class="govuk-body">
      {lines.map((line, at) => (
        <>
          {at > 0 && <br />}
          {line.map(piece)}
        </>
      ))}
    </p>
  )
}

function piece({ text, isLink }: MessageBlock['lines'][number][number]) {
  return isLink ? (
    <a class="govuk-link" href={text} rel="noreferrer">
      {text}
    </a>
  ) : (
    text
  )
}
