/** A kind of file that is kept: by its content, whatever its name says. */
export type FileKind = {
  /** as the page says it */
  readonly words: string
  readonly mediaType: string
  /** the endings of names that go with it, the usual one first */
  readonly endings: readonly string[]
  /** a browser shows it as a picture, and nothing in it can run */
  readonly isPicture?: true
}

/** What is kept, by the key that the database has. A kind that is not here is refused. */
export const FILE_KINDS = {
  pdf: { words: 'PDF document', mediaType: 'application/pdf', endings: ['pdf'] },
  docx: { words: 'Word document', mediaType: office('wordprocessingml.document'), endings: ['docx'] },
  odt: { words: 'OpenDocument text', mediaType: open('text'), endings: ['odt'] },
  rtf: { words: 'Rich text', mediaType: 'application/rtf', endings: ['rtf', 'doc'] },
  pptx: { words: 'PowerPoint slides', mediaType: office('presentationml.presentation'), endings: ['pptx'] },
  odp: { words: 'OpenDocument slides', mediaType: open('presentation'), endings: ['odp'] },
  cfb: { words: 'Older Office document', mediaType: 'application/x-cfb', endings: ['doc', 'xls', 'ppt', 'msg'] },
  xlsx: { words: 'Excel workbook', mediaType: office('spreadsheetml.sheet'), endings: ['xlsx'] },
  ods: { words: 'OpenDocument sheet', mediaType: open('spreadsheet'), endings: ['ods'] },
  text: {
    words: 'Text',
    mediaType: 'text/plain',
    endings: ['txt', 'csv', 'tsv', 'tab', 'md', 'markdown', 'json', 'eml'],
  },
  html: { words: 'Web page', mediaType: 'text/html', endings: ['html', 'htm'] },
  xml: { words: 'XML text', mediaType: 'text/xml', endings: ['xml'] },
  jpg: { words: 'JPEG picture', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], isPicture: true },
  png: { words: 'PNG picture', mediaType: 'image/png', endings: ['png'], isPicture: true },
  gif: { words: 'GIF picture', mediaType: 'image/gif', endings: ['gif'], isPicture: true },
  webp: { words: 'WebP picture', mediaType: 'image/webp', endings: ['webp'], isPicture: true },
  avif: { words: 'AVIF picture', mediaType: 'image/avif', endings: ['avif'], isPicture: true },
  heic: { words: 'HEIC picture', mediaType: 'image/heic', endings: ['heic', 'heif'] },
  tif: { words: 'TIFF picture', mediaType: 'image/tiff', endings: ['tif', 'tiff'] },
  bmp: { words: 'Bitmap picture', mediaType: 'image/bmp', endings: ['bmp'] },
  mp3: { words: 'Sound recording', mediaType: 'audio/mpeg', endings: ['mp3'] },
  m4a: { words: 'Sound recording', mediaType: 'audio/mp4', endings: ['m4a'] },
  wav: { words: 'Sound recording', mediaType: 'audio/wav', endings: ['wav'] },
  ogg: { words: 'Sound recording', mediaType: 'audio/ogg', endings: ['ogg', 'oga', 'opus'] },
  mp4: { words: 'Video', mediaType: 'video/mp4', endings: ['mp4', 'm4v'] },
  mov: { words: 'Video', mediaType: 'video/quicktime', endings: ['mov'] },
  webm: { words: 'Video', mediaType: 'video/webm', endings: ['webm'] },
} as const satisfies Readonly<Record<string, FileKind>>

export type FileKindKey = keyof typeof FILE_KINDS

/** A key as the database or the sniffing library has it; null for anything else. */
export function parseFileKind(key: string | null): FileKindKey | null {
  return key !== null && isFileKind(key) ? key : null
}

/** "PDF document"; of a file kept before kinds were looked at, that nobody did. */
export function kindInWords(key: FileKindKey | null): string {
  return key ? FILE_KINDS[key].words : 'Kind not looked at'
}

export function fileKind(key: FileKindKey): FileKind {
  return FILE_KINDS[key]
}

function isFileKind(key: string): key is FileKindKey {
  return Object.hasOwn(FILE_KINDS, key)
}

function office(name: string): string {
  return `application/vnd.openxmlformats-officedocument.${name}`
}

function open(name: string): string {
  return `application/vnd.oasis.opendocument.${name}`
}
