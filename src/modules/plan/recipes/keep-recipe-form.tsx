import {
  Button,
  ButtonGroup,
  Form,
  Heading,
  Hidden,
  type Problem,
  problemOf,
  Text,
  TextInput,
} from '../../../design/index.ts'
import type { PlanId } from '../../../kernel/id.ts'

type KeepProps = {
  readonly planId: PlanId
  /** the page that it stands on, and leads back to */
  readonly from: 'columns' | 'colours'
  readonly once: string
  readonly problems: readonly Problem[]
}

/** Offers to read the partnership's next document of this kind the same way. */
export function KeepRecipe({ planId, from, once, problems }: KeepProps) {
  return (
    <section>
      <Heading level={2} id="keep">
        Keep this for the next document
      </Heading>
      <Text>
        A document with the same columns is then read this way from the start, and says so. You can always read it
        without. <a href="/recipes">See the recipes you keep</a>
      </Text>
      <Form action={`/plans/${planId}/review/recipe`} once={once}>
        <Hidden name="from" value={from} />
        <TextInput
          name="name"
          label="Name of the recipe"
          width="long"
          value=""
          hint="Such as “Our delivery plan”"
          error={problemOf(problems, 'name')}
        />
        <ButtonGroup>
          <Button kind="secondary">Keep this recipe</Button>
        </ButtonGroup>
      </Form>
    </section>
  )
}
