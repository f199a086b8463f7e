import { Button, Counts, Details, EmptyState, Heading, Hint, Inset, Lede, Notice, Text } from '../index.ts'
import { ENDLESS, HOSTILE, LONG } from './examples.ts'

export function TextExamples() {
  return (
    <>
      <Lede>
        82 actions are in the plan. 55 are complete, 10 still need work, and nobody has reported on the other 17 since
        September.
      </Lede>
      <Counts
        counts={[
          { figure: 10, label: 'reports overdue', of: 33, href: '#overdue', needsYou: true },
          { figure: 54, label: 'reports still to come', href: '#due' },
          { figure: 55, label: 'actions complete', of: 82, href: '#complete' },
          { figure: 'At least £1.2m', label: 'spent this year; three streams unknown' },
        ]}
      />
      <Notice kind="information" title="The plan was adopted on 30 September 2014">
        <Text>Changes from now on make a new version, and this one can still be read.</Text>
      </Notice>
      <Notice kind="warning" title="Two reports count the same action">
        <Text>{LONG}</Text>
      </Notice>
      <Notice kind="done" title={HOSTILE} />
      <Inset>“{LONG}”</Inset>
      <Inset quiet>{ENDLESS}</Inset>
      <Details summary="How these were counted">
        <Text>Every action of the adopted version, whatever became of it.</Text>
      </Details>
      <Hint>I l 1 O 0: Ill 1011, £1,000,000 and 0.5%</Hint>
      <EmptyState title="No plan has been read yet" action={<Button href="#read">Read a plan</Button>}>
        Trellis reads the Word document, spreadsheet or text you publish today.
      </EmptyState>
      <Heading level={2}>A heading of the second level</Heading>
      <Heading level={3}>A heading of the third level: {HOSTILE}</Heading>
      <Text>{LONG}</Text>
    </>
  )
}
