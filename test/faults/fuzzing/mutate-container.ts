import { CFB } from '@e965/xlsx'
import { unzipSync, zipSync } from 'fflate'
import type { Chance } from './chance.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutateXml } from './mutate-xml.ts'

const LATIN = new TextDecoder('latin1')

/** Changes the parts of a zipped document: one's XML mostly, else the parts themselves, which are lost, renamed or exchanged. */
export function mutateZip(content: Uint8Array, chance: Chance): Uint8Array {
  const parts = unzipped(content)
  const names = Object.keys(parts).filter((name) => !/\.(?:png|jpe?g|bin)$/.test(name))
  const name = chance.oneOf(names)
  if (name === undefined) return mutateBytes(content, chance)
  const part = parts[name] ?? new Uint8Array()
  const other = chance.oneOf(names) ?? name
  // What was doubled again and again is a bomb already.
  if (part.length > 5_000_000) return mutateBytes(content, chance)
  switch (chance.below(12)) {
    case 0:
      delete parts[name]
      break
    case 1:
      parts[name.toUpperCase()] = part
      delete parts[name]
      break
    case 2:
      parts[name] = parts[other] ?? part
      break
    case 3:
      parts[name] = mutateBytes(part, chance)
      break
    default:
      parts[name] = new TextEncoder().encode(mutateXml(new TextDecoder().decode(part), chance))
  }
  return zipSync(parts, { level: 1 })
}

function unzipped(content: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(content, { filter: ({ originalSize }) => originalSize < 20_000_000 })
  } catch {
    // An earlier change broke the zip itself: its bytes are changed further.
    return {}
  }
}

/** Changes the records of an old workbook: one's kind, its length or its bytes, or the record is lost, doubled or moved. */
export function mutateOldOffice(content: Uint8Array, chance: Chance): Uint8Array {
  const container = opened(content)
  const stream = container && CFB.find(container, 'Workbook')
  if (!stream) return mutateBytes(content, chance)
  const records = recordsOf(Uint8Array.from(stream.content))
  const at = chance.below(records.length)
  const record = records[at] ?? new Uint8Array(4)
  const changed = Uint8Array.from(record)
  switch (chance.below(6)) {
    case 0:
      records.splice(at, 1)
      break
    case 1:
      records.splice(chance.below(records.length), 0, ...Array.from({ length: 1 + chance.below(300) }, () => record))
      break
    case 2:
      changed[chance.below(2)] = chance.below(256)
      records[at] = changed
      break
    case 3:
      changed[2 + chance.below(2)] = chance.below(256)
      records[at] = changed
      break
    case 4:
      changed[4 + chance.below(Math.max(1, record.length - 4))] = chance.oneOf([0, 1, 127, 128, 255]) ?? 0
      records[at] = changed
      break
    default:
      records[at] = mutateBytes(record, chance)
  }
  stream.content = Uint8Array.from(records.flatMap((each) => [...each]))
  stream.size = stream.content.length
  return Uint8Array.from(CFB.write(container, { type: 'array' }))
}

function opened(content: Uint8Array) {
  try {
    return CFB.read(content, { type: 'array' })
  } catch {
    return null
  }
}

function recordsOf(stream: Uint8Array): Uint8Array[] {
  const view = new DataView(stream.buffer)
  const records: Uint8Array[] = []
  for (let at = 0; at + 4 <= stream.length; ) {
    const end = Math.min(stream.length, at + 4 + view.getUint16(at + 2, true))
    records.push(stream.subarray(at, end))
    at = end
  }
  return records
}

/** Changes a PDF by its objects: numbers, references and names outside its streams, and the words that end objects. */
export function mutatePdf(content: Uint8Array, chance: Chance): Uint8Array {
  const text = LATIN.decode(content)
  const patterns = [
    /\b\d+ 0 R\b/g,
    /\/[A-Z][A-Za-z]+/g,
    /\b\d+(?:\.\d+)?\b/g,
    /\b(?:endobj|endstream|stream|xref|trailer|startxref)\b/g,
    /\[[^\]]{0,200}\]/g,
    /<<[^<>]{0,300}>>/g,
  ]
  const pattern = chance.oneOf(patterns) ?? /\d+/g
  const found = [...text.matchAll(pattern)]
  const place = chance.oneOf(found)
  if (!place) return mutateBytes(content, chance)
  const others = [
    '0',
    '-1',
    '99999999999',
    '1 0 R',
    '[]',
    '<<>>',
    '/Kids',
    '(',
    'null',
    ...found.slice(0, 60).map(([words]) => words),
  ]
  const by = chance.onceIn(6) ? place[0].repeat(1 + chance.below(2_000)) : (chance.oneOf(others) ?? '')
  const changed = text.slice(0, place.index) + by + text.slice(place.index + place[0].length)
  return Uint8Array.from(changed, (letter) => letter.charCodeAt(0))
}
