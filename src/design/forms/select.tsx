import { classNames } from '../class-names.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

export type Option = { readonly value: string; readonly text: string }
type SelectProps = FieldProps & {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  /** the first line, which chooses nothing: "Any lead group" */
  readonly none?: string
}

export function Select(props: SelectProps) {
  const { name, options, value, none, error } = props
  const ids = fieldIds(props)
  return (
    <Field ids={ids} field={props}>
      <select
        class={classNames('govuk-select', error && 'govuk-select--error')}
        id={ids.id}
        name={name}
        aria-describedby={ids.describedBy}
        aria-invalid={error ? 'true' : undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
