import { allWords, type Form, words } from '../../../platform/http/form.ts'
import type { Action } from '../plan.ts'
import { SAID_FIELDS, type TypedSaid } from './typed-said.ts'

/** The fields of an action's form. */
export type TypedAction = {
  readonly ref: string
  readonly text: string
  readonly measure: string
  readonly timescale: string
  readonly leadWords: string
  readonly partId: string
  readonly leadGroupId: string
  readonly leadPersonIds: readonly string[]
  /** posts, bodies and organisations; null where the form that was sent does not ask */
  readonly leadOtherIds: readonly string[] | null
  /** how it went by its document; null where the form does not ask, or nothing was typed */
  readonly said: TypedSaid | null
  /** why an adopted plan changes; empty where nobody asks */
  readonly because: string
}

/** The fields of an action as its form was sent. */
export function typedIn(form: Form): TypedAction {
  return {
    ref: words(form, 'ref'),
    text: words(form, 'text'),
    measure: words(form, 'measure'),
    timescale: words(form, 'timescale'),
    leadWords: words(form, 'leadWords'),
    partId: words(form, 'partId'),
    leadGroupId: words(form, 'leadGroupId'),
    leadPersonIds: allWords(form, 'leadPersonIds'),
    leadOtherIds: words(form, 'asksOthers') === 'yes' ? allWords(form, 'leadOtherIds') : null,
    said: saidIn(form),
    because: words(form, 'because'),
  }
}

/** What the form says of how it went; null for a form that does not ask. */
function saidIn(form: Form): TypedSaid | null {
  if (SAID_FIELDS.some((field) => form.fields[field] === undefined)) return null
  return {
    narrative: words(form, 'narrative'),
    ending: words(form, 'ending'),
    progressWords: words(form, 'progressWords'),
    progressColour: words(form, 'progressColour'),
    impactWords: words(form, 'impactWords'),
    impactColour: words(form, 'impactColour'),
  }
}

/** The fields of an action as they stand. */
export function typedAs(action: Action): TypedAction {
  return {
    ref: action.ref ?? '',
    text: action.text,
    measure: action.measure ?? '',
    timescale: action.timescale?.text ?? '',
    leadWords: action.leadWords ?? '',
    partId: action.partId ?? '',
    leadGroupId: action.leadGroupId ?? '',
    leadPersonIds: action.leads.flatMap(({ personId }) => personId ?? []),
    leadOtherIds: action.leads.flatMap(
      ({ postId, organisationId, bodyId }) =>
        postId ?? organisationId ?? (bodyId === action.leadGroupId ? [] : (bodyId ?? [])),
    ),
    said: null,
    because: '',
  }
}
