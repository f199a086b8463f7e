import { Button, Form, Lede, PageHeading, Text } from '../../../../design/index.ts'
import { dayOf, longDay, longMoment } from '../../../../kernel/day.ts'
import { unreachable } from '../../../../kernel/result.ts'
import { closedInWords } from '../../year-end/closed-in-words.ts'
import type { UpdateForm } from '../write-update/update-form.tsx'
import { alonePage, type ByLink, KeptWords } from './by-link.page.tsx'
import type { LinkStanding } from './link-standing.ts'

/** Why a link opens nothing. */
export type ClosedStanding = Exclude<LinkStanding, { readonly kind: 'open' }>

type Closed = {
  readonly standing: ClosedStanding
  readonly once: string
  /** what was typed on a page that was still open when the link ended */
  readonly typed: Pick<UpdateForm, 'typed'> | null
  /** a new link was asked for from here */
  readonly isAsked: boolean
}

/** A link that opens nothing any more: why, and how to get a new one. It names no action, for it opens none. */
export function closedLinkPage(by: Pick<ByLink, 'known' | 'signedInAs'>, closed: Closed): string {
  const { standing } = closed
  const title = closed.isAsked ? 'Look in your mail' : 'This link opens nothing any more'
  return alonePage(by, {
    title,
    children: (
      <>
        <PageHeading>{title}</PageHeading>
        {closed.isAsked ? (
          <>
            <Lede>If the update is still yours to write, a new link is on its way to you.</Lede>
            <Text>
              It goes to the address we have for you, and is there within a few minutes. Links you had before then open
              nothing any more. If none comes, ask whoever runs the plans of your partnership.
            </Text>
          </>
        ) : (
          <>
            <Lede>{reasonOf(standing)}</Lede>
            {standing.kind === 'not-asked' || standing.kind === 'plan-closed' ? (
              <Text>There is nothing for you to do. If you think it is still yours, ask whoever runs the plans.</Text>
            ) : (
              <Form action={`/u/${by.known.words}/renewal`} once={closed.once}>
                <Text>
                  What you sent or saved by it before is kept. A new link goes to the address we have for you, and
                  nowhere else.
                </Text>
                <Button>Mail me a new link</Button>
              </Form>
            )}
          </>
        )}
        <KeptWords form={closed.typed} />
      </>
    ),
  })
}

function reasonOf(standing: ClosedStanding): string {
  switch (standing.kind) {
    case 'expired':
      return `It was good until the end of ${longDay(dayOf(standing.at))}.`
    case 'replaced':
      return `A newer one was mailed to you on ${longMoment(standing.at)}: use that.`
    case 'taken-back':
      return `It was taken back on ${longMoment(standing.at)}.`
    case 'plan-closed':
      return `${closedInWords(standing.closing)}.`
    case 'not-asked':
      return 'The update it was for is not asked of you any more.'
    default:
      return unreachable(standing)
  }
}
