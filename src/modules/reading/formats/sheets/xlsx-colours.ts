import { type Attributes, walkXml } from './walk-xml.ts'

/** Colours a workbook names by number: its theme's, and its palette's. Six hexadecimal digits each. */
export type Colours = { readonly theme: readonly string[]; readonly palette: readonly string[] }

const SYSTEM = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF']
/** Excel's palette before themes, by number; the first eight stand twice. */
export const PALETTE: readonly string[] = [
  ...SYSTEM,
  ...SYSTEM,
  ...'800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF'.split(
    ' ',
  ),
  ...'000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99'.split(
    ' ',
  ),
  ...'3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  ),
]
const OFFICE_THEME = 'FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080'.split(' ')
/** The order in which a theme is counted, which is not the order it is written in. */
const THEME_ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ')

/** The colours of `xl/theme/theme1.xml`, by number; Office's own where the theme cannot be read. */
export function readTheme(xml: string): readonly string[] {
  const colours = [...OFFICE_THEME]
  walkXml(xml, {
    open: (name, attributes, path) => {
      const at = THEME_ORDER.indexOf(path.at(-1) ?? '')
      const value = name === 'sysClr' ? attributes.lastClr : name === 'srgbClr' ? attributes.val : undefined
      if (path.at(-2) === 'clrScheme' && at !== -1 && isHex(value)) colours[at] = value.toUpperCase()
    },
  })
  return colours
}

/** A colour element of a style as six digits: by value, by theme and tint, or by palette; null for "automatic". */
export function resolveColour(attributes: Attributes, colours: Colours): string | null {
  const { rgb, theme, indexed, tint } = attributes
  const base =
    rgb !== undefined
      ? rgb.slice(-6)
      : theme !== undefined
        ? colours.theme[Number(theme)]
        : colours.palette[Number(indexed)]
  if (!isHex(base)) return null
  return applyTint(base.toUpperCase(), Number(tint ?? 0) || 0)
}

/** Lightens (above 0) or darkens (below) a colour by Excel's rule: its lightness alone is moved. */
export function applyTint(colour: string, tint: number): string {
  if (tint === 0) return colour
  const by = Math.max(-1, Math.min(1, tint))
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => channel / 255)
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const light = (high + low) / 2
  const wanted = by < 0 ? light * (1 + by) : light * (1 - by) + by
  const spread = high - low
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1))
  const reach = saturation * (1 - Math.abs(2 * wanted - 1))
  const move = (channel: number) => (spread === 0 ? wanted : wanted + ((channel - light) / spread) * reach)
  return hexOf([move(red), move(green), move(blue)].map((channel) => channel * 255))
}

/** Two colours mixed; `share` of the first, from 0 to 1. */
export function mix(first: string, second: string, share: number): string {
  const under = channelsOf(second)
  return hexOf(channelsOf(first).map((channel, at) => channel * share + (under[at] ?? 0) * (1 - share)))
}

function channelsOf(colour: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function hexOf(channels: readonly number[]): string {
  const clamp = (channel: number) => Math.max(0, Math.min(255, Math.round(channel)))
  return channels
    .map((channel) => clamp(channel).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}

function isHex(value: string | undefined): value is string {
  return value !== undefined && /^[0-9a-f]{6}$/i.test(value)
}
