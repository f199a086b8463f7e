import {
  Checkboxes,
  type Child,
  Details,
  Hidden,
  type Problem,
  problemOf,
  Select,
  TextArea,
  TextInput,
} from '../../../design/index.ts'
import type { Directory } from '../../people/index.ts'
import type { FindingField } from '../../reading/index.ts'
import { partTitle, trailOf } from '../part-trail.ts'
import type { Part } from '../plan.ts'
import type { TypedAction } from './typed-action.ts'

type FieldsProps = {
  readonly typed: TypedAction
  readonly directory: Directory
  /** the parts it may stand under */
  readonly parts: readonly Part[]
  readonly problems: readonly Problem[]
  /** what is asked of a field beside it, or its own hint */
  readonly asked: (field: FindingField, hint?: string) => Child
  /** what its timescale is understood as */
  readonly understood?: Child
  /** between what will be done and who does it */
  readonly children?: Child
}

/** What an action says, field by field: for one that is changed, and for one that is new. */
export function ActionFields({ typed, directory, parts, problems, asked, understood, children }: FieldsProps) {
  return (
    <>
      <TextInput name="ref" label="Reference" width="short" value={typed.ref} hint={asked('ref')} />
      <TextArea
        name="text"
        label="Action"
        rows={4}
        value={typed.text}
        hint={asked('text')}
        error={problemOf(problems, 'text')}
      />
      <TextArea
        name="measure"
        label="Measure"
        rows={3}
        value={typed.measure}
        hint={asked('measure', 'How the partnership will judge it')}
      />
      <TextInput
        name="timescale"
        label="Timescale"
        width="long"
        value={typed.timescale}
        hint={asked(
          'timescale',
          'In the plan’s words, such as “Twice a year, September and March”. The dates are read from them',
        )}
      />
      {understood}
      {children}
      <TextInput
        name="leadWords"
        label="Leads, in the plan’s words"
        width="long"
        value={typed.leadWords}
        hint={asked('leads')}
      />
      <Select
        name="leadGroupId"
        label="Lead group"
        none="No group of this partnership"
        value={typed.leadGroupId}
        options={directory.bodies.map((body) => ({ value: body.id, text: body.name }))}
      />
      <Checkboxes
        name="leadPersonIds"
        label="People who report on it"
        values={typed.leadPersonIds}
        items={directory.people.map((person) => ({
          value: person.id,
          text: person.name,
          hint: person.post ?? undefined,
        }))}
      />
      <OtherLeads directory={directory} values={typed.leadOtherIds ?? []} />
      {parts.length > 0 && (
        <Select
          name="partId"
          label="It stands under"
          {...(typed.partId === '' && { none: 'No heading' })}
          value={typed.partId}
          options={parts.map((part) => ({
            value: part.id,
            text: [...trailOf(parts, part.parentId), partTitle(part)].join(' › ').slice(0, 120),
          }))}
        />
      )}
    </>
  )
}

type OtherLeadsProps = { readonly directory: Directory; readonly values: readonly string[] }

/** Posts, whose holder of the day reports, and the bodies and organisations that the plan names beside its lead group. */
function OtherLeads({ directory: { posts, bodies, organisations }, values }: OtherLeadsProps) {
  const items = [
    ...posts.map(({ id, name, of, holders }) => ({
      value: id,
      text: name,
      hint: `Post${of ? ` of ${of}` : ''}, ${holders.length === 0 ? 'vacant' : `held by ${holders.join(', ')}`}`,
    })),
    ...bodies.map(({ id, name }) => ({ value: id, text: name, hint: 'Body' })),
    ...organisations.map(({ id, name }) => ({ value: id, text: name, hint: 'Organisation' })),
  ]
  if (items.length === 0) return null
  return (
    <Details summary={`Posts, bodies and organisations that lead it (${values.length})`} open={values.length > 0}>
      <Hidden name="asksOthers" value="yes" />
      <Checkboxes
        name="leadOtherIds"
        label="Posts, bodies and organisations"
        hint="Whoever holds a post reports on it. A body or an organisation is named, beside the lead group"
        values={values}
        items={items}
      />
    </Details>
  )
}
