import type { Child } from '../child.ts'

type FormProps = {
  readonly action: string
  /** `get` for searching and filtering, `post` for everything that changes something */
  readonly method?: 'get' | 'post'
  /** set for a form that sends a file */
  readonly enctype?: 'multipart/form-data'
  /** a key made for this form, so that pressing twice sends once */
  readonly once?: string | undefined
  /** asks before the visitor leaves words behind that were not sent */
  readonly keepsWords?: boolean
  readonly children: Child
}

export function Form({ action, method = 'post', enctype, once, keepsWords, children }: FormProps) {
  return (
    <form
      action={action}
      method={method}
      enctype={enctype}
      novalidate
      data-keeps-words={keepsWords ? 'true' : undefined}
    >
      {once && <input type="hidden" name="once" value={once} />}
      {children}
    </form>
  )
}

type HiddenProps = { readonly name: string; readonly value: string }

export function Hidden({ name, value }: HiddenProps) {
  return <input type="hidden" name={name} value={value} />
}
