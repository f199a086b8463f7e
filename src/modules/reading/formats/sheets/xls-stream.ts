import { CFB } from '@e965/xlsx'

/** The one stream of an old Office file that holds its workbook; "Book" is that of Excel 5 and 95. */
export type XlsStream = { readonly name: 'Workbook' | 'Book'; readonly records: Uint8Array }

const openContainer: (content: Uint8Array, options: { type: 'array' }) => unknown = CFB.read
const findStream: (container: unknown, name: string) => unknown = CFB.find
const newContainer: () => unknown = CFB.utils.cfb_new
const addStream: (container: unknown, name: string, content: Uint8Array) => unknown = CFB.utils.cfb_add
const writeContainer: (container: unknown, options: { type: 'array' }) => ArrayLike<number> = CFB.write

const FORMULA = 0x06
/** Where a formula's record keeps its length, and the length that says it has none. */
const [LENGTH_AT, NO_FORMULA] = [20, 0xffff]
/** Records of formulas that several cells share and of names, and those that only workbooks before Excel 5 have. */
const LEFT_ASIDE = new Set([0x4bc, 0x21, 0x221, 0x36, 0x236, 0x18, 0x02, 0x03, 0x04, 0x05, 0x07, 0x1e, 0x32, 0x43])
/** A record that says nothing, whatever its bytes are. */
const NOTHING = 0xd3

/** Finds the workbook in an old Office file; null when there is none, or the file is broken. */
export function findXlsStream(content: Uint8Array): XlsStream | null {
  try {
    const container = openContainer(content, { type: 'array' })
    for (const name of ['Workbook', 'Book'] as const) {
      const stream = findStream(container, name)
      if (typeof stream !== 'object' || stream === null || !('content' in stream)) continue
      const { content: records } = stream
      if (records instanceof Uint8Array || Array.isArray(records)) return { name, records: Uint8Array.from(records) }
    }
    return null
  } catch {
    // SheetJS throws for a container it cannot follow.
    return null
  }
}

/**
 * An old Office file with nothing in it but the workbook, whose formulas are taken out: the cells keep their values. SheetJS follows
 * a formula or an older record that is cut short without end.
 */
export function plainXls({ name, records }: XlsStream): Uint8Array {
  const bytes = Uint8Array.from(records)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 <= bytes.length; at += 4 + view.getUint16(at + 2, true)) {
    const kind = view.getUint16(at, true)
    const hasLength = view.getUint16(at + 2, true) >= LENGTH_AT + 2 && at + 4 + LENGTH_AT + 2 <= bytes.length
    if (kind === FORMULA && hasLength) view.setUint16(at + 4 + LENGTH_AT, NO_FORMULA, true)
    else if (kind === FORMULA || LEFT_ASIDE.has(kind)) view.setUint16(at, NOTHING, true)
  }
  const container = newContainer()
  addStream(container, `/${name}`, bytes)
  return Uint8Array.from(writeContainer(container, { type: 'array' }))
}
