import { longDay, parseDay } from '../../kernel/day.ts'
import { classNames } from '../class-names.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

/** Spelled out one by one, because each type of box allows attributes of its own. */
const TYPE = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
  tel: { type: 'tel' },
  url: { type: 'url' },
} as const

export type InputWidth = 'full' | 'long' | 'medium' | 'short'
type TextInputProps = FieldProps & {
  readonly value?: string | undefined
  readonly type?: keyof typeof TYPE
  readonly autocomplete?: string
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email'
  readonly width?: InputWidth
  readonly spellcheck?: boolean
  /** the id of `Suggestions` on the same page */
  readonly list?: string
}

export function TextInput(props: TextInputProps) {
  const { name, value, error, type = 'text', autocomplete, inputmode, spellcheck, list, width = 'full' } = props
  const ids = fieldIds(props)
  return (
    <Field ids={ids} field={props}>
      <input
        class={classNames('govuk-input', `trellis-input--${width}`, error && 'govuk-input--error')}
        id={ids.id}
        name={name}
        {...(list === undefined ? TYPE[type] : ({ type: 'text', list } as const))}
        value={value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        spellcheck={spellcheck}
        aria-describedby={ids.describedBy}
        aria-invalid={error ? 'true' : undefined}
      />
    </Field>
  )
}

/** What boxes with this `list` suggest while somebody types; any of them may also be typed whole. */
export function Suggestions({ id, options }: { readonly id: string; readonly options: readonly string[] }) {
  return (
    <datalist id={id}>
      {options.map((option) => (
        <option value={option} />
      ))}
    </datalist>
  )
}

type TextAreaProps = FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number
  /** most characters; shown as the visitor writes */
  readonly count?: number
}

export function TextArea(props: TextAreaProps) {
  const { name, value, error, rows = 5, count } = props
  const ids = fieldIds(props)
  const countId = count === undefined ? undefined : `${ids.id}-count`
  const described = [ids.describedBy, countId].filter(Boolean).join(' ') || undefined
  return (
    <Field ids={ids} field={props}>
      <textarea
        class={classNames('govuk-textarea', error && 'govuk-textarea--error')}
        id={ids.id}
        name={name}
        rows={rows}
        aria-describedby={described}
        aria-invalid={error ? 'true' : undefined}
      >
        {value}
      </textarea>
      {count !== undefined && (
        <trellis-character-count for={ids.id} most={count}>
          <span class="govuk-hint" id={countId}>
            You can write up to {count} characters
          </span>
        </trellis-character-count>
      )}
    </Field>
  )
}

type DateFieldProps = FieldProps & {
  /** `2014-09-30` */
  readonly value?: string | undefined
  readonly earliest?: string | undefined
  readonly latest?: string | undefined
}

/** One native date box: a phone shows its own calendar, and the form sends `2014-09-30`. */
export function DateField(props: DateFieldProps) {
  const { name, value, error, earliest, latest } = props
  // Without its script the words cannot follow the box, so they say what it held when the page came.
  const filledIn = parseDay(value ?? '')
  const ids = fieldIds(props)
  return (
    <Field ids={ids} field={props}>
      <trellis-day-in-words>
        <input
          class={classNames('govuk-input', 'trellis-input--date', error && 'govuk-input--error')}
          id={ids.id}
          name={name}
          type="date"
          value={value}
          min={earliest}
          max={latest}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? 'true' : undefined}
        />
        {filledIn && <p class="trellis-day-in-words">Filled in as {longDay(filledIn)}</p>}
      </trellis-day-in-words>
    </Field>
  )
}

type FileInputProps = FieldProps & {
  /** extensions and types, as in `accept=".docx,.csv"` */
  readonly accept?: string
}

export function FileInput(props: FileInputProps) {
  const { name, error, accept } = props
  const ids = fieldIds(props)
  return (
    <Field ids={ids} field={props}>
      <trellis-chosen-file>
        <input
          class={classNames('govuk-file-upload', error && 'govuk-file-upload--error')}
          id={ids.id}
          name={name}
          type="file"
          accept={accept}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? 'true' : undefined}
        />
      </trellis-chosen-file>
    </Field>
  )
}
