import { valueAt } from '../../../kernel/value-at.ts'

const NAMED: Readonly<Record<string, string>> = {
  white: 'FFFFFF',
  black: '000000',
  red: 'FF0000',
  crimson: 'DC143C',
  darkred: '8B0000',
  firebrick: 'B22222',
  tomato: 'FF6347',
  lightcoral: 'F08080',
  salmon: 'FA8072',
  orange: 'FFA500',
  darkorange: 'FF8C00',
  orangered: 'FF4500',
  gold: 'FFD700',
  yellow: 'FFFF00',
  khaki: 'F0E68C',
  lime: '00FF00',
  limegreen: '32CD32',
  green: '008000',
  darkgreen: '006400',
  lightgreen: '90EE90',
  palegreen: '98FB98',
  forestgreen: '228B22',
  seagreen: '2E8B57',
  blue: '0000FF',
  navy: '000080',
  darkblue: '00008B',
  lightblue: 'ADD8E6',
  skyblue: '87CEEB',
  deepskyblue: '00BFFF',
  dodgerblue: '1E90FF',
  royalblue: '4169E1',
  steelblue: '4682B4',
  gray: '808080',
  grey: '808080',
  silver: 'C0C0C0',
  lightgray: 'D3D3D3',
  lightgrey: 'D3D3D3',
  darkgray: 'A9A9A9',
  darkgrey: 'A9A9A9',
}

/** A colour as HTML and CSS write it, as six hexadecimal digits; null for none, and for one that is not known. */
export function readColour(words: string): string | null {
  const value = words.trim().toLowerCase()
  const named = valueAt(NAMED, value)
  if (named) return named
  const six = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(value)?.[1]
  if (six) return six.toUpperCase()
  const three = /^#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/.exec(value)
  if (three) {
    return three
      .slice(1)
      .map((digit) => digit + digit)
      .join('')
      .toUpperCase()
  }
  const shares = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+%?))?\s*\)$/.exec(value)
  if (!shares || /^0(?:\.0+)?%?$/.test(shares[4] ?? '1')) return null
  return shares
    .slice(1, 4)
    .map((share) => Math.min(255, Number(share)).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}
