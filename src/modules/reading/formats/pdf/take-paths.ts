import { least, most } from '../columns/extremes.ts'
import { type Matrix, place, toNumbers } from './matrix.ts'
import type { Rule, Shade } from './page-ink.ts'

/** How the drawn line or area is painted. */
export type Paint = {
  readonly strokes: boolean
  readonly fills: boolean
  readonly lineWidth: number
  readonly fill: string | null
}

/** A filled area thinner than this is a line, and a stroke thicker than this is an area. */
const THIN = 3.2

/**
 * The lines and filled areas of one path. Only what stands upright or level is taken: tables are ruled by nothing else.
 *
 * @param data  the library's path: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each with its points
 */
export function takePath(data: unknown, matrix: Matrix, paint: Paint): { rules: Rule[]; shades: Shade[] } {
  const rules: Rule[] = []
  const shades: Shade[] = []
  for (const { points, isCurved } of subpaths(toNumbers(data), matrix)) {
    if (paint.fills) takeArea(points, isCurved, paint, rules, shades)
    if (paint.strokes && !isCurved) takeStrokes(points, paint, rules, shades)
  }
  return { rules, shades }
}

type Point = { readonly x: number; readonly y: number }
type Subpath = { readonly points: Point[]; isCurved: boolean }

const POINTS = [1, 1, 3, 2, 0]

function subpaths(data: readonly number[], matrix: Matrix): Subpath[] {
  const paths: Subpath[] = []
  let open: Subpath | null = null
  for (let at = 0; at < data.length; ) {
    const step = data[at] ?? 0
    const points = POINTS[step]
    if (points === undefined) break
    const end = at + 1 + 2 * points
    const point = points === 0 ? open?.points[0] : place(matrix, data[end - 2] ?? 0, data[end - 1] ?? 0)
    if (step === 0 || open === null) {
      open = { points: [], isCurved: false }
      paths.push(open)
    }
    if (step === 2 || step === 3) open.isCurved = true
    if (point) open.points.push(point)
    at = end
  }
  return paths
}

function takeArea(points: readonly Point[], isCurved: boolean, paint: Paint, rules: Rule[], shades: Shade[]): void {
  if (points.length < 3) return
  const [left, right, top, bottom] = [
    least(points, (point) => point.x),
    most(points, (point) => point.x),
    least(points, (point) => point.y),
    most(points, (point) => point.y),
  ]
  const [width, height] = [right - left, bottom - top]
  if (!isCurved && Math.abs(areaOf(points)) < 0.8 * width * height && Math.min(width, height) > THIN) return
  // A dot is a mark of its own; a row of dots is a dotted line as well.
  const isDot = isCurved && paint.fill && Math.max(width, height) <= THIN && Math.abs(width - height) < 0.3 * height
  if (isDot && paint.fill) shades.push({ left, right, top, bottom, fill: paint.fill, isRound: true })
  if (height <= THIN && width > height) rules.push({ axis: 'across', at: (top + bottom) / 2, from: left, to: right })
  else if (width <= THIN) rules.push({ axis: 'down', at: (left + right) / 2, from: top, to: bottom })
  else if (paint.fill) shades.push({ left, right, top, bottom, fill: paint.fill, isRound: isCurved })
}

function areaOf(points: readonly Point[]): number {
  return (
    points.reduce((sum, point, index) => {
      const next = points[(index + 1) % points.length] ?? point
      return sum + point.x * next.y - next.x * point.y
    }, 0) / 2
  )
}

function takeStrokes(points: readonly Point[], paint: Paint, rules: Rule[], shades: Shade[]): void {
  for (const [index, from] of points.entries()) {
    const to = points[index + 1]
    if (!to) break
    const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
    const half = paint.lineWidth / 2
    if (dx < 0.6 && dy > 0.6) {
      if (paint.lineWidth <= THIN) rules.push({ axis: 'down', at: (left + right) / 2, from: top, to: bottom })
      else if (paint.fill)
        shades.push({ left: left - half, right: right + half, top, bottom, fill: paint.fill, isRound: false })
    } else if (dy < 0.6 && dx > 0.6) {
      if (paint.lineWidth <= THIN) rules.push({ axis: 'across', at: (top + bottom) / 2, from: left, to: right })
      else if (paint.fill)
        shades.push({ left, right, top: top - half, bottom: bottom + half, fill: paint.fill, isRound: false })
    }
  }
}
