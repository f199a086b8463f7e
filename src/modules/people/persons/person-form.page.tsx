import { Button, ErrorSummary, Form, type Problem, problemOf, Select, TextInput } from '../../../design/index.ts'
import type { Organisation } from '../directory/directory.ts'
import { directoryRecordPage } from '../directory/directory-frame.tsx'
import type { PersonRecord } from '../directory/person.store.ts'
import type { Member } from '../visitor.ts'

export type PersonTyped = {
  readonly name: string
  readonly email: string
  readonly mobile: string
  readonly organisation: string
}
export type PersonFormView = {
  readonly person: PersonRecord | null
  readonly typed: PersonTyped
  readonly organisations: readonly Organisation[]
  readonly problems: readonly Problem[]
  readonly once: string
}

export function personFormPage(visitor: Member, view: PersonFormView): string {
  const { person, typed, organisations, problems, once } = view
  const title = person ? 'Change' : 'Add a person'
  return directoryRecordPage(
    {
      visitor,
      list: 'people',
      title,
      heading: person ? `Change ${person.name}` : title,
      above: person ? { text: person.name, href: `/people/${person.id}` } : undefined,
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <Form action={person ? `/people/${person.id}/change` : '/people'} once={once} keepsWords>
        <TextInput
          name="name"
          label="Name"
          hint={
            person ? 'After a change of name the old one stays known, and plans that use it still find them' : undefined
          }
          value={typed.name}
          error={problemOf(problems, 'name')}
          width="long"
        />
        <TextInput
          name="email"
          label="Mail address"
          type="email"
          value={typed.email}
          error={problemOf(problems, 'email')}
          width="long"
        />
        <TextInput
          name="mobile"
          label="Mobile number"
          hint="For text messages, with its country: +44 7700 900123"
          type="tel"
          value={typed.mobile}
          error={problemOf(problems, 'mobile')}
          width="medium"
        />
        <Select
          name="organisation"
          label="Organisation"
          none="None"
          value={typed.organisation}
          options={organisations.map(({ id, name }) => ({ value: id, text: name }))}
          error={problemOf(problems, 'organisation')}
        />
        <Button>{person ? 'Save this person' : 'Add this person'}</Button>
      </Form>
    </>,
  )
}
