/** Red, green and blue as light, each from 0 to 1. */
export type Light = readonly [number, number, number]

/** @throws RangeError when it is not written `#rrggbb` */
export function lightOf(hex: string): Light {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (!parts) throw new RangeError(`Not a colour written #rrggbb: ${hex}`)
  const [, red = '', green = '', blue = ''] = parts
  return [linear(red), linear(green), linear(blue)]
}

function linear(pair: string): number {
  const value = Number.parseInt(pair, 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** How much light reaches the eye, from 0 (black) to 1 (white). */
export function luminance([red, green, blue]: Light): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * Contrast of two colours, from 1 to 21. Text needs 4.5; large text and the edge of a drawing need 3.
 *
 * @see WCAG 2.2, success criteria 1.4.3 and 1.4.11
 */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(lightOf(one)), luminance(lightOf(other))].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
