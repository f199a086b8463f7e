import { Field, type FieldProps, fieldIds } from './field.tsx'

type SearchInputProps = FieldProps & {
  readonly value?: string | undefined
  /** the words of the button beside the box; none when the form has its own */
  readonly button?: string
}

export function SearchInput(props: SearchInputProps) {
  const { name, value, button } = props
  const ids = fieldIds(props)
  return (
    <Field ids={ids} field={props}>
      <span class="trellis-search">
        <input
          class="govuk-input trellis-search__box"
          id={ids.id}
          name={name}
          type="search"
          value={value}
          aria-describedby={ids.describedBy}
        />
        {button && (
          <button class="govuk-button trellis-search__button" type="submit">
            {button}
          </button>
        )}
      </span>
    </Field>
  )
}
