import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  type Problem,
  problemOf,
  Select,
  TextArea,
  TextInput,
} from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import { BODY_KINDS, directoryRecordPage, optionsOf } from '../directory/directory-frame.tsx'
import type { Member } from '../visitor.ts'
import type { BodyRecord } from './body.store.ts'

export type BodyTyped = {
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly parent: string
  readonly terms: string
  readonly formedOn: string
}
export type BodyFormView = {
  readonly body: BodyRecord | null
  readonly typed: BodyTyped
  readonly others: readonly BodyRecord[]
  readonly problems: readonly Problem[]
  readonly once: string
}

export function bodyFormPage(visitor: Member, { body, typed, others, problems, once }: BodyFormView): string {
  const title = body ? 'Change' : 'Add a body'
  return directoryRecordPage(
    {
      visitor,
      list: 'bodies',
      title,
      heading: body ? `Change ${body.name}` : title,
      above: body ? { text: body.name, href: `/bodies/${body.id}` } : undefined,
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <Form action={body ? `/bodies/${body.id}/change` : '/bodies'} once={once} keepsWords>
        <TextInput name="name" label="Name" value={typed.name} error={problemOf(problems, 'name')} />
        <TextInput
          name="shortName"
          label="Short name"
          hint="As plans shorten it"
          value={typed.shortName}
          width="medium"
        />
        <Select
          name="kind"
          label="Kind"
          none="Choose one"
          options={optionsOf(BODY_KINDS)}
          value={typed.kind}
          error={problemOf(problems, 'kind')}
        />
        <Select
          name="parent"
          label="Below which body it stands"
          none="None"
          options={others.map(({ id, name }) => ({ value: id, text: name }))}
          value={typed.parent}
          error={problemOf(problems, 'parent')}
        />
        <TextArea
          name="terms"
          label="Terms of reference"
          hint="Leave a line empty between paragraphs"
          rows={8}
          value={typed.terms}
        />
        <DateField
          name="formedOn"
          label="Formed on"
          hint="Leave it empty if you do not know"
          value={typed.formedOn}
          error={problemOf(problems, 'formedOn')}
        />
        <Button>{body ? 'Save this body' : 'Add this body'}</Button>
      </Form>
    </>,
  )
}

export function bodyEndPage(
  visitor: Member,
  {
    body,
    typed,
    others,
    problems,
    once,
  }: Omit<BodyFormView, 'typed' | 'body'> & {
    readonly body: BodyRecord
    readonly typed: { readonly endedOn: string; readonly successor: string }
  },
): string {
  return directoryRecordPage(
    {
      visitor,
      list: 'bodies',
      title: 'Ending',
      heading: `${body.name} ends`,
      above: { text: body.name, href: `/bodies/${body.id}` },
      hasProblems: problems.length > 0,
    },
    <>
      <ErrorSummary problems={problems} />
      <Form action={`/bodies/${body.id}/ending`} once={once} keepsWords>
        <DateField
          name="endedOn"
          label="The day it ended"
          hint="Its seats end on that day"
          value={typed.endedOn}
          error={problemOf(problems, 'endedOn')}
        />
        <Select
          name="successor"
          label="Which body took over"
          hint={body.actions > 0 ? `It becomes the lead group of ${counted(body.actions, 'action')}` : undefined}
          none="None"
          options={others.map(({ id, name }) => ({ value: id, text: name }))}
          value={typed.successor}
          error={problemOf(problems, 'successor')}
        />
        <Button kind="warning">Record that it ended</Button>
      </Form>
    </>,
  )
}
