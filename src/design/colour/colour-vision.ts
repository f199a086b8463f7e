import { type Light, lightOf, luminance } from './contrast.ts'

type Matrix = readonly [Light, Light, Light]

/**
 * What is left of red, green and blue for each way of seeing.
 *
 * @see Machado, Oliveira and Fernandes (2009), severity 1.0
 */
const SEEN_WITH = {
  'full colour': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  greyscale: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
} as const satisfies Record<string, Matrix>

export type Vision = keyof typeof SEEN_WITH
export const VISIONS: readonly Vision[] = ['full colour', 'protanopia', 'deuteranopia', 'tritanopia', 'greyscale']

/** A colour's place in CIE Lab for somebody who sees so: lightness from 0 to 100, then two of hue. */
export function seenAs(hex: string, vision: Vision): Light {
  const [red, green, blue] = SEEN_WITH[vision].map((row) => within(dot(row, lightOf(hex))))
  return lab([red ?? 0, green ?? 0, blue ?? 0])
}

/** How far apart two colours look; 2 is just noticeable side by side, 10 plain at a glance. */
export function difference(one: string, other: string, vision: Vision): number {
  const [a, b] = [seenAs(one, vision), seenAs(other, vision)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

function dot(row: Light, light: Light): number {
  return row[0] * light[0] + row[1] * light[1] + row[2] * light[2]
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share))
}

function lab(light: Light): Light {
  const x = cubeRoot(dot([0.4124564, 0.3575761, 0.1804375], light) / 0.95047)
  const y = cubeRoot(luminance(light))
  const z = cubeRoot(dot([0.0193339, 0.119192, 0.9503041], light) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function cubeRoot(share: number): number {
  return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116
}
