export type UploadedFile = { readonly name: string; readonly type: string; readonly content: Uint8Array }

/** The fields and files of a form as sent; a field sent twice keeps all its values. */
export type Form = {
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly files: Readonly<Record<string, UploadedFile>>
  /** the field whose file was larger than the route takes */
  readonly tooLarge: string | null
  /** the field that was sent with more than one file */
  readonly several?: string
}

export const NO_FORM: Form = { fields: {}, files: {}, tooLarge: null }

/** One field's words, trimmed, line ends as `\n`, without NUL; empty when it was not sent. */
export function words(form: Form, name: string): string {
  return clean(form.fields[name]?.[0] ?? '')
}

export function allWords(form: Form, name: string): readonly string[] {
  return (form.fields[name] ?? []).map(clean).filter((value) => value !== '')
}

function clean(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll('\0', '').trim()
}
