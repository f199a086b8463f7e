import { splicePdf } from './splice-pdf.ts'

/**
 * Adds what a PDF/A-2a file of Typst still lacks to be PDF/UA-1 as well: the identifier in its metadata, the description
 * of that identifier which PDF/A asks for, and the wish that readers show the title instead of the file's name.
 *
 * @param pdf  a file as Typst's `a-2a` export writes it
 * @throws Error when the file has not the places where these belong
 * @see ISO 14289-1, 5 and 7.1; ISO 19005-2, 6.6.2.3
 */
export function addUaIdentifier(pdf: Uint8Array): Uint8Array {
  return splicePdf(pdf, {
    Catalog: (catalog) => insertAfter(catalog, '/ViewerPreferences <<', ' /DisplayDocTitle true'),
    Metadata: (metadata) => withStreamLength(markAsUa(metadata)),
  })
}

function markAsUa(metadata: string): string {
  const described = insertAfter(metadata, '<pdfaExtension:schemas><rdf:Bag>', IDENTIFIER_DESCRIBED)
  const named = insertAfter(described, '<rdf:Description', ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"')
  return insertAfter(named, '</pdfaExtension:schemas>', '<pdfuaid:part>1</pdfuaid:part>')
}

function withStreamLength(object: string): string {
  const stream = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1]
  if (stream === undefined || !/\/Length \d+/.test(object))
    throw new Error('The metadata of this PDF is no plain stream')
  return object.replace(/\/Length \d+/, `/Length ${stream.length}`)
}

function insertAfter(text: string, anchor: string, addition: string): string {
  if (!text.includes(anchor)) throw new Error(`This PDF has no ${anchor}`)
  return text.replace(anchor, () => anchor + addition)
}

const IDENTIFIER_DESCRIBED = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('')
