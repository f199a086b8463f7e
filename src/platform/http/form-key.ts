import { createHash } from 'node:crypto'
import { isUuid } from '../../kernel/id.ts'
import { type Form, words } from './form.ts'

/**
 * The key by which one sending is known again: the form's own, together with all that was filled in. The same words sent
 * twice are one change; other words from the same page (a step back, a tab copied) are another.
 *
 * @returns a UUID; null when the form's own key is missing or forged
 */
export function formKey(form: Form): string | null {
  const key = words(form, 'once')
  if (!isUuid(key)) return null
  const hash = createHash('sha256')
  for (const [name, values] of sorted(form.fields)) hash.update(JSON.stringify([name, values]))
  for (const [name, file] of sorted(form.files)) hash.update(JSON.stringify([name, file.name])).update(file.content)
  const hex = hash.digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

function sorted<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}
