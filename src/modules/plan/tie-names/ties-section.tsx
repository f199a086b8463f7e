import { Button, Checkboxes, Details, Form, Text } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { PlanId } from '../../../kernel/id.ts'
import { type MadeTie, type ProposedTie, tieKey } from './propose-ties.ts'

type TiesProps = { readonly planId: PlanId; readonly ties: readonly ProposedTie[]; readonly made: readonly MadeTie[] }

/** Names that may be somebody already known, to tie or to leave; and the ties there are, to undo. */
export function TiesSection({ planId, ties, made }: TiesProps) {
  return (
    <>
      {ties.length > 0 && (
        <Form action={`/plans/${planId}/ties`}>
          <Checkboxes
            name="tie"
            label="May be somebody you know"
            hint="Choose those that are one and the same. Whatever you leave keeps the plan’s words and nobody behind them"
            items={ties.map((tie) => ({
              value: tieKey(tie.text, tie.known),
              text: `“${tie.text}” is ${tie.known.name}`,
              hint: `${tie.reason}. ${tie.confidence === 'likely' ? 'Likely' : 'Possible'}; ${counted(tie.actions, 'action')}`,
            }))}
          />
          <Button kind="secondary">Tie the chosen names</Button>
        </Form>
      )}
      {made.length > 0 && (
        <Details summary={`Names tied to your directory: ${made.length}`}>
          <Text>
            The plan’s words stay as they are. A name you untie is asked for no update until somebody is chosen for it.
          </Text>
          <Form action={`/plans/${planId}/ties`}>
            <Checkboxes
              name="untie"
              label="Ties to undo"
              items={made.map((tie) => ({
                value: tieKey(tie.text, tie.known),
                text: `“${tie.text}” is ${tie.known.name}`,
                hint: counted(tie.actions, 'action'),
              }))}
            />
            <Button kind="secondary">Untie the chosen names</Button>
          </Form>
        </Details>
      )}
    </>
  )
}
