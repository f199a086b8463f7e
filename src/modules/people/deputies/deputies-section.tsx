import { Button, DateField, Details, Form, Heading, problemOf, Table, TextInput } from '../../../design/index.ts'
import { type Day, isAfter, longDay } from '../../../kernel/day.ts'
import { KNOWN_LIST } from '../directory/directory-frame.tsx'
import type { Deputy, DeputyFor } from './deputy.store.ts'

type DeputiesProps = {
  readonly of: DeputyFor
  readonly deputies: readonly Deputy[]
  readonly today: Day
  readonly mayChange: boolean
  readonly once: string
  readonly problem: { readonly field: string; readonly message: string } | null
}

/** Who stands in, from when to when; and a form to say so. */
export function DeputiesSection({ of, deputies, today, mayChange, once, problem }: DeputiesProps) {
  const problems = problem ? [problem] : []
  if (deputies.length === 0 && !mayChange) return null
  return (
    <>
      <Heading level={2}>Deputies</Heading>
      <Table
        caption="Who stands in"
        captionIsHidden
        columns={[
          { key: 'name', header: 'Deputy', isReference: true },
          { key: 'from', header: 'From' },
          { key: 'to', header: 'To' },
          { key: 'end', header: 'Change' },
        ]}
        rows={deputies.map(({ id, person, starts, endsBefore }) => ({
          name: <a href={`/people/${person.id}`}>{person.name}</a>,
          from: longDay(starts),
          to: endsBefore ? longDay(endsBefore.subtract({ days: 1 })) : 'No end',
          end:
            mayChange && (!endsBefore || isAfter(endsBefore, today)) ? (
              <Form action={`/deputies/${id}/end`} once={once}>
                <Button kind="quiet">End now</Button>
              </Form>
            ) : (
              ''
            ),
        }))}
        whenEmpty="Nobody stands in"
      />
      {mayChange && (
        <Details summary="Name a deputy" open={problem !== null}>
          <Form action={`/${of.kind === 'person' ? 'people' : 'posts'}/${of.id}/deputies`} once={once}>
            <TextInput name="deputy" label="Who stands in" list={KNOWN_LIST} error={problemOf(problems, 'deputy')} />
            <DateField
              name="deputyFrom"
              label="First day"
              value={`${today}`}
              error={problemOf(problems, 'deputyFrom')}
            />
            <DateField
              name="deputyTo"
              label="Last day"
              hint="Leave it empty while no end is known"
              error={problemOf(problems, 'deputyTo')}
            />
            <Button kind="secondary">Name this deputy</Button>
          </Form>
        </Details>
      )}
    </>
  )
}
