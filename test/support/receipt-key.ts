import { formKey } from '../../src/platform/http/form-key.ts'

/** The key under which the house keeps the receipt of a form with these fields and no file. */
export function receiptKeyOf(fields: Readonly<Record<string, string>>): string {
  const sent = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]))
  const key = formKey({ fields: sent, files: {}, tooLarge: null })
  if (key === null) throw new Error('The form has no key of its own')
  return key
}
