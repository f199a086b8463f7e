/** What a report says became of a mail: a code of RFC 3463 with it, and the envelope's id where it names one. */
export type Status = {
  readonly action: 'failed' | 'delayed' | 'arrived'
  readonly code: string
  readonly envelopeId: string | null
}

type Fields = ReadonlyMap<string, string>

/**
 * Reads the fields of a delivery status notification: those of the mail, then those of each reader, with empty lines between. Of several
 * readers the worst counts.
 *
 * @returns null when it says of nobody what became of the mail
 * @see RFC 3464, section 2
 */
export function readStatus(text: string): Status | null {
  const groups = text.split(/\r?\n[ \t]*\r?\n/).map(fieldsOf)
  const said = groups.flatMap((fields) => {
    const action = actionOf(fields)
    return action ? [{ action, code: codeOf(fields, action) }] : []
  })
  const worst = (['failed', 'delayed', 'arrived'] as const)
    .map((action) => said.find((each) => each.action === action))
    .find((found) => found !== undefined)
  if (!worst) return null
  const named = groups.find((fields) => fields.has('original-envelope-id'))
  return { ...worst, envelopeId: named?.get('original-envelope-id') ?? null }
}

/** The first field of each name counts. */
function fieldsOf(group: string): Fields {
  const fields = new Map<string, string>()
  for (const line of group.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':')
    const name = line.slice(0, Math.max(at, 0)).trim().toLowerCase()
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(at + 1).trim())
  }
  return fields
}

function actionOf(fields: Fields): Status['action'] | null {
  const [word = ''] = (fields.get('action') ?? '').toLowerCase().split(/[^a-z]/)
  if (word === 'failed' || word === 'delayed') return word
  return ['delivered', 'relayed', 'expanded'].includes(word) ? 'arrived' : null
}

/** A code that says nothing (5.0.0, as Exim writes) gives way to the one in the words of the server further on. */
function codeOf(fields: Fields, action: Status['action']): string {
  const usual = action === 'failed' ? '5.0.0' : action === 'delayed' ? '4.0.0' : '2.0.0'
  const own = /^([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(fields.get('status') ?? '')?.[1] ?? usual
  if (!own.endsWith('.0.0')) return own
  return /\b[45]\d\d[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(fields.get('diagnostic-code') ?? '')?.[1] ?? own
}
