/** A shade: its hue in degrees from 0, how light it is from 0 to 1, the brightest of its channels from 0 to 255. */
type Shade = {
  readonly hue: number
  readonly lightness: number
  readonly brightest: number
  /** white, a grey or black: it has no hue to speak of */
  readonly isPlain: boolean
}

/** The hues of a wheel as people call them, each up to this many degrees. */
const HUES: readonly (readonly [number, string])[] = [
  [16, 'red'],
  [40, 'orange'],
  [66, 'yellow'],
  [100, 'lime green'],
  [165, 'green'],
  [190, 'turquoise'],
  [255, 'blue'],
  [290, 'purple'],
  [345, 'pink'],
  [361, 'red'],
]

/**
 * What a person would call a shade: "dark green", "light orange", "purple".
 *
 * @param fill  six hexadecimal digits
 */
export function nameOfShade(fill: string): string {
  const { hue, lightness, isPlain } = measureShade(fill)
  if (isPlain && lightness > 0.95) return 'white'
  if (isPlain && lightness < 0.2) return 'black'
  const name = isPlain ? 'grey' : (HUES.find(([end]) => hue < end)?.[1] ?? 'red')
  const [dark, light] = isPlain ? [0.45, 0.8] : [0.27, 0.72]
  return `${lightness < dark ? 'dark ' : lightness > light ? 'light ' : ''}${name}`
}

/** The hue and the lightness of a shade given as six hexadecimal digits; plain when its channels are nearly alike. */
export function measureShade(fill: string): Shade {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16))
  const high = Math.max(red, green, blue)
  const low = Math.min(red, green, blue)
  const spread = high - low
  const lightness = (high + low) / 510
  if (spread < NEARLY_ALIKE) return { hue: 0, lightness, brightest: high, isPlain: true }
  const around =
    high === red ? (green - blue) / spread : high === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread
  return { hue: (60 * around + 360) % 360, lightness, brightest: high, isPlain: false }
}

const NEARLY_ALIKE = 28
