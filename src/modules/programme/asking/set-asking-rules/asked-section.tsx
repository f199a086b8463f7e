import { Button, Detail, Form, Pagination, Table } from '../../../../design/index.ts'
import { dayOf, shortDay, shortMoment } from '../../../../kernel/day.ts'
import { whyReturned } from '../../../../platform/messages/index.ts'
import type { LadderStep } from '../ladder.ts'
import type { LinkSent, Telling } from './asked.store.ts'
import type { AskingView } from './asking.page.tsx'

type AskedView = Pick<AskingView, 'plan' | 'tellings' | 'page' | 'pages'>

const STEPS: Readonly<Record<LadderStep, string>> = {
  ask: 'Asked',
  remind: 'Reminded',
  due: 'Told it is due',
  chair: 'Told it is late, with the chair',
  manager: 'Told it is late, with the manager',
}

const OUTCOMES: Readonly<Record<Telling['outcome'], string>> = {
  sent: 'Sent',
  kept: 'Kept in the outbox',
  waiting: 'Waiting to go',
  refused: 'Refused by their mail server',
  returned: 'Came back',
  'given-up': 'Could not be delivered',
  expired: 'Not sent: too late',
  withdrawn: 'Taken back',
  'no-address': 'No address known',
}

/** Who was told what and when, how the message ended, and what became of the link it carried. */
export function Asked({ view, once }: { readonly view: AskedView; readonly once: string }) {
  const { plan, tellings, page, pages } = view
  return (
    <>
      <Table
        caption="What was asked, the latest first"
        captionIsHidden
        columns={[
          { key: 'on', header: 'On', width: 'narrow' },
          { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
          { key: 'action', header: 'Report', width: 'wide' },
          { key: 'who', header: 'Who' },
          { key: 'step', header: 'What' },
          { key: 'outcome', header: 'Message' },
        ]}
        rows={tellings.map((told) => ({
          on: shortDay(told.takenOn),
          ref: told.ref ?? '–',
          action: (
            <>
              <a href={`/updates/${told.pointId}`}>{told.text}</a>
              <span class="trellis-detail">Due {shortDay(told.dueOn)}</span>
            </>
          ),
          who: told.person ?? 'Nobody known',
          step: STEPS[told.step],
          outcome: (
            <>
              {OUTCOMES[told.outcome]}
              {told.returned && (
                <>
                  : {whyReturned(told.returned.status)}
                  <Detail>{shortMoment(told.returned.at)}</Detail>
                </>
              )}
              {told.link && <LinkFacts planId={plan.id} link={told.link} once={once} to={told.person ?? ''} />}
            </>
          ),
        }))}
        whenEmpty="Nobody has been asked yet"
      />
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(to) => `/plans/${plan.id}/asking?page=${to}#asked`}
        label="Pages of what was asked"
      />
    </>
  )
}

type LinkProps = {
  readonly planId: string
  readonly link: LinkSent
  readonly once: string
  readonly to: string
}

function LinkFacts({ planId, link, once, to }: LinkProps) {
  const { openedAt, revokedAt, isOpen } = link
  const action = `/plans/${planId}/asking/links/${link.id}`
  return (
    <>
      {openedAt && <Detail>Link opened {shortDay(dayOf(openedAt))}; a mail scanner may have done so</Detail>}
      {revokedAt && <Detail>Link taken back {shortDay(dayOf(revokedAt))}</Detail>}
      {isOpen !== null && (
        <Form action={action} once={once}>
          {isOpen && (
            <Button kind="quiet" name="step" value="take-back">
              Take back the link<span class="govuk-visually-hidden"> of {to}</span>
            </Button>
          )}
          <Button kind="quiet" name="step" value="send-anew">
            Send a new link<span class="govuk-visually-hidden"> to {to}</span>
          </Button>
        </Form>
      )}
    </>
  )
}
