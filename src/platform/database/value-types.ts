import { type CustomTypesConfig, types } from 'pg'
import { type Day, day } from '../../kernel/day.ts'

/** What PostgreSQL calls the kinds of value that we read otherwise than its driver would; arrays of them beside. */
const OID = {
  int8: 20,
  int8Array: 1016,
  date: 1082,
  dateArray: 1182,
  timestamp: 1114,
  timestampArray: 1115,
  timestamptz: 1184,
  timestamptzArray: 1185,
  numeric: 1700,
  numericArray: 1231,
  textArray: 1009,
}

const asTextArray = types.getTypeParser(OID.textArray, 'text')

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [OID.int8, wholeNumber],
  [OID.int8Array, (text) => asTextArray(text).map(wholeNumber)],
  [OID.date, asText],
  [OID.timestamp, asText],
  [OID.timestamptz, asText],
  [OID.numeric, asText],
  [OID.dateArray, asTextArray],
  [OID.timestampArray, asTextArray],
  [OID.timestamptzArray, asTextArray],
  [OID.numericArray, asTextArray],
])

/** Days, moments and decimals arrive as the text PostgreSQL sends, so that no zone and no rounding creeps in. */
export const readAsText: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) =>
    (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
}

/** Whole numbers only; days and moments as the driver would have them, which is what the sign-in library expects. */
export const readWholeNumbers: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) =>
    (format !== 'binary' && oid === OID.int8 && wholeNumber) ||
    types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
}

/** The moment that a `timestamptz` column holds. */
export function instantFrom(text: string): Temporal.Instant {
  return Temporal.Instant.from(text)
}

/** The day that a `date` column holds. */
export function dayFrom(text: string): Day {
  return day(text)
}

function asText(text: string): string {
  return text
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large a number to read exactly`)
  return value
}
