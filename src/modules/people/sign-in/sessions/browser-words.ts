/** In this order: many browsers also call themselves by the names of those further down. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
]

const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'a Chromebook'],
  [/\bMac OS X\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** "Edge on Windows", from what a browser says of itself; "A browser we do not know" when that says nothing to us. */
export function browserInWords(userAgent: string | null): string {
  const said = (userAgent ?? '').slice(0, 500)
  const browser = nameIn(BROWSERS, said)
  const device = nameIn(DEVICES, said)
  if (!browser && !device) return 'A browser we do not know'
  return `${browser ?? 'A browser'}${device ? ` on ${device}` : ''}`
}

function nameIn(known: readonly (readonly [RegExp, string])[], said: string): string | undefined {
  return known.find(([pattern]) => pattern.test(said))?.[1]
}
