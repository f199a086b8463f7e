import { Button, Checkboxes, Form, Heading, Text } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { TiesSection } from '../tie-names/ties-section.tsx'
import type { UnknownName } from './names-not-known.ts'

type NamesProps = Parameters<typeof TiesSection>[0] & { readonly names: readonly UnknownName[] }

/** The names of a plan that the directory does not know, to add or to leave. */
export function NamesSection({ planId, names, ties, made }: NamesProps) {
  return (
    <section>
      <Heading level={2} id="names">
        People and groups
      </Heading>
      {names.length === 0 ? (
        <Text>Every person and group the plan names is in your directory.</Text>
      ) : (
        <Form action={`/plans/${planId}/names`}>
          <Checkboxes
            name="name"
            label="Not in your directory yet"
            hint="Choose those that are real, so that they can be asked for updates. Leave misspelt ones and correct the action instead"
            items={names.map(({ text, kind, actions }) => ({
              value: text,
              text,
              hint: `${kind === 'person' ? 'Person' : 'Group'}, ${counted(actions, 'action')}`,
            }))}
          />
          <Button kind="secondary">Add the chosen names</Button>
        </Form>
      )}
      <TiesSection planId={planId} ties={ties} made={made} />
    </section>
  )
}
