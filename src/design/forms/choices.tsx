import type { Child } from '../child.ts'
import { classNames } from '../class-names.ts'
import { type FieldIds, type FieldProps, fieldIds, HintAndError } from './field.tsx'

export type Choice = {
  readonly value: string
  readonly text: Child
  readonly hint?: Child
  /** shown while this choice is chosen; always there when the browser cannot hide it */
  readonly conditional?: Child
  /** choosing it asks for more, further down: what `AskedWhen` of that name holds */
  readonly asks?: string | undefined
}

/** The legend is the field's `label`. */
type ChoicesProps = FieldProps & { readonly items: readonly Choice[]; readonly inline?: boolean }
type RadiosProps = ChoicesProps & { readonly value?: string | undefined }
type CheckboxesProps = ChoicesProps & { readonly values?: readonly string[] }

/** One of a few. */
export function Radios({ value, ...props }: RadiosProps) {
  return <Choices kind="radios" type="radio" props={props} isChosen={(choice) => choice === value} />
}

/** Any of a few. */
export function Checkboxes({ values = [], ...props }: CheckboxesProps) {
  return <Choices kind="checkboxes" type="checkbox" props={props} isChosen={(choice) => values.includes(choice)} />
}

type Kind = {
  readonly kind: 'radios' | 'checkboxes'
  readonly type: 'radio' | 'checkbox'
  readonly props: ChoicesProps
  readonly isChosen: (value: string) => boolean
}

function Choices({ kind, type, props, isChosen }: Kind) {
  const { name, label, labelSize = 's', hint, error, items, inline } = props
  const ids = fieldIds(props)
  return (
    <div class={classNames('govuk-form-group', error && 'govuk-form-group--error')}>
      <fieldset class="govuk-fieldset" aria-describedby={ids.describedBy}>
        <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${labelSize}`}>{label}</legend>
        <HintAndError ids={ids} hint={hint} error={error} />
        <div class={classNames(`govuk-${kind}`, inline && `govuk-${kind}--inline`)}>
          {items.map((choice, at) => (
            <OneChoice {...{ kind, type, name, choice }} id={choiceId(ids, at)} chosen={isChosen(choice.value)} />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

/** The first choice carries the field's own id, so that a link from the summary of problems lands on it. */
function choiceId(ids: FieldIds, at: number): string {
  return at === 0 ? ids.id : `${ids.id}-${at + 1}`
}

type OneChoiceProps = {
  readonly kind: 'radios' | 'checkboxes'
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly choice: Choice
  readonly id: string
  readonly chosen: boolean
}

function OneChoice({ kind, type, name, choice, id, chosen }: OneChoiceProps) {
  const hintId = choice.hint ? `${id}-item-hint` : undefined
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          {...{ id, name, type }}
          value={choice.value}
          checked={chosen}
          aria-describedby={hintId}
          data-asks={choice.asks}
        />
        <label class={`govuk-label govuk-${kind}__label`} for={id}>
          {choice.text}
        </label>
        {choice.hint && (
          <div class={`govuk-hint govuk-${kind}__hint`} id={hintId}>
            {choice.hint}
          </div>
        )}
      </div>
      {choice.conditional && <div class={`govuk-${kind}__conditional trellis-conditional`}>{choice.conditional}</div>}
    </>
  )
}
