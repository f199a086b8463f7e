import { valueAt } from '../../../kernel/value-at.ts'

const FLASHES: Readonly<Record<string, string>> = {
  added: 'They are in the directory',
  kept: 'It is in the directory',
  changed: 'The directory is changed',
  left: 'Their leaving is recorded, and what they held has gone where you said',
  returned: 'The leaving is undone: they hold again what they held',
  deputy: 'The deputies are changed',
  erased: 'Their name and contact data are erased. The audit chain is whole',
  'role-given': 'They have this role from now on',
  'role-taken': 'They have this role no more',
  brought: 'The list is brought in',
}

/** What a page says was just done. */
export function flashOf(query: Readonly<Record<string, string>>): string | null {
  return valueAt(FLASHES, query.done ?? '') ?? null
}
