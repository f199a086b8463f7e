import { type Refused, refuse } from '../../kernel/result.ts'

/** Why a document could not be read. `sentence` names the file, says what is wrong and what to do. */
export type ReadingRefusal = { readonly kind: RefusalKind; readonly sentence: string }

export type RefusalKind =
  | 'empty'
  | 'too-large'
  | 'expands-too-far'
  | 'encrypted'
  | 'not-text'
  | 'not-what-it-says'
  | 'format-not-known'
  | 'too-many-rows'
  | 'too-many-pages'
  | 'no-text'
  | 'damaged'
  | 'took-too-long'
  | 'took-too-much-memory'

/** A refusal about one file: "plan.docx is empty. Choose the file again." */
export function refuseFile(kind: RefusalKind, name: string, rest: string): Refused<ReadingRefusal> {
  return refuse({ kind, sentence: `${shortName(name)} ${rest}` })
}

/** A file's name fit for a sentence: no folders, no control characters, at most 80 characters. */
function shortName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/\p{C}/gu, '').trim()
  return clean === '' ? 'The file' : clean.length > 80 ? `${clean.slice(0, 79)}…` : clean
}
