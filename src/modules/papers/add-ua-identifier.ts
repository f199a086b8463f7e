import { PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'

/**
 * Adds what a PDF/A-2a file of Typst still lacks to be PDF/UA-1 as well: the identifier in its metadata, the description
 * of that identifier which PDF/A asks for, and the wish that readers show the title instead of the file's name.
 *
 * @see ISO 14289-1, 5 and 7.1; ISO 19005-2, 6.6.2.3
 */
export async function addUaIdentifier(pdf: Uint8Array): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false })
  const { catalog, context } = file
  catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true)

  const reference = catalog.get(PDFName.of('Metadata'))
  const metadata = context.lookup(reference)
  if (!(reference instanceof PDFRef && metadata instanceof PDFRawStream)) throw new Error('The PDF has no metadata')
  const marked = markAsUa(new TextDecoder().decode(metadata.getContents()))
  context.assign(reference, PDFRawStream.of(metadata.dict, new TextEncoder().encode(marked)))
  return file.save({ addDefaultPage: false, updateFieldAppearances: false })
}

/** @throws Error when the metadata has not the places where the identifier belongs */
export function markAsUa(xmp: string): string {
  const described = insertAfter(xmp, '<pdfaExtension:schemas><rdf:Bag>', IDENTIFIER_DESCRIBED)
  const named = insertAfter(described, '<rdf:Description', ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"')
  return insertAfter(named, '</pdfaExtension:schemas>', '<pdfuaid:part>1</pdfuaid:part>')
}

function insertAfter(text: string, anchor: string, addition: string): string {
  if (!text.includes(anchor)) throw new Error(`The PDF's metadata has no ${anchor}`)
  return text.replace(anchor, anchor + addition)
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
