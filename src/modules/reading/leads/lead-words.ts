import type { LeadKind } from '../plan-reading.ts'

const GROUP =
  /^(?:alliance|board|group|groups|team|teams|network|committee|partnership|forum|panel|cabinet|hub|hubs|cluster|consortium|council|federation|executive|trust|subgroup|sub-group)$/i
const ORGANISATION =
  /^(?:police|ccg|nhs|council|trust|university|college|school|schools|charity|agency|department|ltd|health|services?)$/i
const POST =
  /\b(?:head (?:of|safeguarding)|(?:service |deputy |assistant |executive |programme )?director|manager|chief executive|(?:deputy )?chief (?:officer|executive)|chair(?:man|woman|person)?|co-?ordinator|officer|commissioner|lead for|leader|principal|headteacher|consultant|superintendent|inspector|nurse|social worker|adviser|advisor|lead)\b/i

export function endsGroup(word: string): boolean {
  return GROUP.test(bare(word)) || /^\([A-Z][A-Za-z&]{1,9}\)$/.test(word)
}

/** "Service", with which the name of an organisation ends. */
export function endsService(word: string): boolean {
  return /^services?$/i.test(bare(word))
}

export function isPost(text: string): boolean {
  return POST.test(text)
}

/** A word all in capitals, as initials of a body are: "EOH", "SCCG". */
export function isInitials(word: string): boolean {
  return /^\(?[A-Z][A-Z0-9&]{1,9}\)?$/.test(word)
}

/** Two or three words that each look like a person's name: "Ruth Brock", "Marisa De Jaeger", "Erin Brennan-Douglas". */
export function looksLikePerson(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 4) return false
  if (words.length === 4 && !/^(?:Dr|Cllr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev)\.?$/.test(words[0] ?? '')) return false
  return (
    words.every(
      (word) =>
        /^\p{Lu}[\p{L}'’.-]*$/u.test(word) && !isInitials(word) && !endsGroup(word) && !ORGANISATION.test(bare(word)),
    ) && !isPost(words.join(' '))
  )
}

/** What a piece of a lead's cell names, by its own words. */
export function kindOf(text: string): LeadKind {
  const words = text.split(' ')
  if (isPost(text)) return 'post'
  if (words.some(endsGroup))
    return /\bcouncil\b/i.test(text) && !/\b(?:youth|children)/i.test(text) ? 'organisation' : 'group'
  if (words.some((word) => ORGANISATION.test(bare(word))) || /\b(?:ltd|plc)\b/i.test(text)) return 'organisation'
  if (words.every(isInitials)) return 'organisation'
  return looksLikePerson(words) ? 'person' : 'unknown'
}

function bare(word: string): string {
  return word.replace(/[.,;:()]/g, '')
}

/** Whether some part of a cell names a group, post, organisation or person. */
export function isGroupOrPost(cell: string): boolean {
  return cell.split(/\s*[/;,]\s*|\s+and\s+/).some((segment) => kindOf(segment.trim()) !== 'unknown')
}
