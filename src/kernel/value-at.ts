/**
 * What a table says under a key that came from outside: an address, a form, a document. Nothing for what the table does not hold, where
 * `table[key]` would find what every object has under "constructor" and its like.
 */
export function valueAt<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
