/** Scripts and styles come from our own files only; nothing is framed, sniffed, kept or sent on. */
const ALWAYS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
  'permissions-policy': [
    'accelerometer',
    'browsing-topics',
    'camera',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'screen-wake-lock',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
} as const

/** Two years, as the lists that browsers carry ask for; subdomains are for whoever owns the domain to decide. */
const HTTPS_ONLY = { 'strict-transport-security': 'max-age=63072000' } as const

/**
 * The headers of every answer; what is not private (styles, the font) takes the cache's back.
 *
 * @param origin  how readers reach the pages; over https, browsers are told to come by no other way
 */
export function securityHeaders(origin: string): Readonly<Record<string, string>> {
  return origin.startsWith('https://') ? { ...ALWAYS, ...HTTPS_ONLY } : ALWAYS
}

/** A file of a visitor's: if a browser opens it after all, nothing in it runs, loads, or knows where it came from. */
export const HANDED_OVER_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-download-options': 'noopen',
} as const
