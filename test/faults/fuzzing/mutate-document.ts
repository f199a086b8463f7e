import type { Chance } from './chance.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateOldOffice, mutatePdf, mutateZip } from './mutate-container.ts'
import { mutateText } from './mutate-text.ts'
import { mutateXml } from './mutate-xml.ts'
import type { StartingDocument } from './starting-documents.ts'

/** A sound document with one to four things wrong with it, by its bytes or by its structure; now and then under another's name. */
export function mutateDocument({ name, content }: StartingDocument, chance: Chance): StartingDocument {
  let changed = content
  for (let left = 1 + chance.below(chance.onceIn(3) ? 4 : 2); left > 0 && changed.length > 0; left--) {
    changed = chance.onceIn(4) ? mutateBytes(changed, chance) : mutateStructure(name, changed, chance)
    // A change may double a file many times over; what no reader would take anyway teaches nothing.
    if (changed.length > 4_000_000) changed = changed.slice(0, 4_000_000)
  }
  const ending = chance.onceIn(25) ? chance.oneOf(['docx', 'xls', 'csv', 'pdf', 'html', 'ods', 'txt', 'md']) : null
  return { name: ending ? `plan.${ending}` : name, content: changed }
}

function mutateStructure(name: string, content: Uint8Array, chance: Chance): Uint8Array {
  const asText = (change: (text: string, chance: Chance) => string) =>
    new TextEncoder().encode(change(new TextDecoder().decode(content), chance))
  if (/\.(?:docx|xlsx|ods|odt)$/.test(name)) return mutateZip(content, chance)
  if (name.endsWith('.xls')) return mutateOldOffice(content, chance)
  if (name.endsWith('.pdf')) return mutatePdf(content, chance)
  return name.endsWith('.html') && !chance.onceIn(4) ? asText(mutateXml) : asText(mutateText)
}
