const NAMESPACES = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]
/** What a document writes before the names of Word's own elements: `w:`, as a rule; null when it does not say. */
export function prefixOf(attributes: Readonly<Record<string, string>>): string | null {
  const found = Object.entries(attributes).find(([, value]) => NAMESPACES.includes(value))?.[0]
  if (found === undefined) return null
  return found === 'xmlns' ? '' : `${found.replace('xmlns:', '')}:`
}
