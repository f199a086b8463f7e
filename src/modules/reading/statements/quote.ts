/** Words as they stand, in quotation marks, cut where they are long. */
export function quote(words: string, most = 120): string {
  const plain = words.replace(/\s+/g, ' ').trim()
  return `“${plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain}”`
}

/** A number as a reader writes it: at most two decimals, thousands apart. */
export function plainNumber(value: number, decimals = 2): string {
  const rounded = Math.round((value + Number.EPSILON) * 10 ** decimals) / 10 ** decimals
  return rounded.toLocaleString('en-GB', { maximumFractionDigits: decimals })
}
