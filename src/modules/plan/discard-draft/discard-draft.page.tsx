import { Button, ButtonGroup, Form, Lede, PageHeading, Text } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { type Member, memberPage } from '../../people/index.ts'
import type { Plan } from '../plan.ts'

/** Asks before a draft is discarded, because hours of correcting may be in it. */
export function discardDraftPage(visitor: Member, plan: Plan, actionCount: number): string {
  const backTo = `/plans/${plan.id}/review`
  return memberPage(
    { visitor, title: 'Discard this draft', section: 'plans', back: { text: 'Back to the review', href: backTo } },
    <>
      <PageHeading caption={plan.title}>Discard this draft?</PageHeading>
      <Lede>
        Its {counted(actionCount, 'action')} and everything you corrected in it go from your plans. This cannot be
        undone.
      </Lede>
      <Text>The document itself is kept. To start again from it, hand it over once more.</Text>
      <Form action={`/plans/${plan.id}/discard`}>
        <ButtonGroup>
          <Button>Discard this draft</Button>
          <Button kind="quiet" href={backTo}>
            Keep it
          </Button>
        </ButtonGroup>
      </Form>
    </>,
  )
}
