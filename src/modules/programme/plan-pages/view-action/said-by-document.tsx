import { Heading, SummaryList, Text } from '../../../../design/index.ts'
import { longPeriod } from '../../../../kernel/period.ts'
import { saidInWords, tellsHowItWent } from '../../../plan/index.ts'
import type { ActionView } from './action-view.ts'

/** How the action went by the document the plan was read from: words of that document and its time, and nobody's update. */
export function SaidByDocument({ view }: { readonly view: Pick<ActionView, 'plan' | 'action' | 'document'> }) {
  const { plan, action, document } = view
  if (!tellsHowItWent(action.said)) return null
  const when = plan.period ? `, for ${longPeriod(plan.period)}` : ''
  return (
    <section>
      <Heading level={2}>What the document said</Heading>
      <Text>
        {document ?? 'The document this plan was read from'}
        {when}. These are its words, kept when the plan was adopted. They are not an update, and they rate nothing
        today.
      </Text>
      <SummaryList
        rows={saidInWords(action.said).map(({ name, words, understood }) => ({
          key: name,
          value: (
            <>
              <span class="trellis-words">{words}</span>
              {understood !== null && <span class="trellis-detail">Understood as {understood}</span>}
            </>
          ),
        }))}
      />
    </section>
  )
}
