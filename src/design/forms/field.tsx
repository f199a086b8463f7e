import type { Child } from '../child.ts'
import { classNames } from '../class-names.ts'

/** What every field takes. `id` is the name unless two fields of one page share a name. */
export type FieldProps = {
  readonly name: string
  readonly label: Child
  readonly hint?: Child
  readonly error?: string | undefined
  readonly id?: string | undefined
  readonly labelSize?: 's' | 'm' | 'l'
}

export type FieldIds = {
  readonly id: string
  readonly hintId?: string
  readonly errorId?: string
  readonly describedBy?: string
}

/** The ids that tie a field to its hint and its error, so that both are read out with it. */
export function fieldIds({
  name,
  id = name,
  hint,
  error,
}: Pick<FieldProps, 'name' | 'id' | 'hint' | 'error'>): FieldIds {
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = [hintId, errorId].filter(Boolean).join(' ')
  return { id, ...(hintId && { hintId }), ...(errorId && { errorId }), ...(describedBy && { describedBy }) }
}

/** A label, its hint and its error around one control. */
export function Field({
  ids,
  field,
  children,
}: {
  readonly ids: FieldIds
  readonly field: FieldProps
  readonly children: Child
}) {
  return (
    <div class={classNames('govuk-form-group', field.error && 'govuk-form-group--error')}>
      <label class={classNames('govuk-label', `govuk-label--${field.labelSize ?? 's'}`)} for={ids.id}>
        {field.label}
      </label>
      <HintAndError ids={ids} hint={field.hint} error={field.error} />
      {children}
    </div>
  )
}

type HintAndErrorProps = { readonly ids: FieldIds; readonly hint?: Child; readonly error: string | undefined }

export function HintAndError({ ids, hint, error }: HintAndErrorProps) {
  return (
    <>
      {hint && (
        <div class="govuk-hint" id={ids.hintId}>
          {hint}
        </div>
      )}
      {error && (
        <p class="govuk-error-message" id={ids.errorId}>
          <span class="govuk-visually-hidden">Problem: </span>
          {error}
        </p>
      )}
    </>
  )
}
