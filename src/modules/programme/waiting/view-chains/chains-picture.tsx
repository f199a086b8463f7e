import { waitedInWords } from '../waited-state.ts'
import type { ChainNode, ChainsView } from './chains-view.ts'

const WIDE = 132
const HIGH = 34
const ACROSS = 196
const DOWN = 52
const EDGE = 8

/** More than these are a list's: a picture of them would be read by nobody. */
export const MOST_DRAWN = 80

/** Who waits for whom, from left (waits for nothing) to right; what is late is drawn bold and says so. */
export function ChainsPicture({ view }: { readonly view: ChainsView }) {
  const { nodes, waits } = view
  if (nodes.length === 0 || nodes.length > MOST_DRAWN) return null
  const byId = new Map(nodes.map((node) => [node.action.id, node]))
  const columns = Math.max(...nodes.map(({ column }) => column)) + 1
  const rows = Math.max(...nodes.map(({ row }) => row)) + 1
  const [width, height] = [columns * ACROSS - (ACROSS - WIDE) + 2 * EDGE, rows * DOWN - (DOWN - HIGH) + 2 * EDGE]
  return (
    <div class="trellis-chains">
      <svg
        class="trellis-chains__picture"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-labelledby="chains-title chains-desc"
      >
        <title id="chains-title">{view.title}</title>
        <desc id="chains-desc">
          {waits
            .map(
              ({ waiting, on, of }) => `${nameOf(waiting)} waits for ${nameOf(on)}: ${waitedInWords(of, view.today)}`,
            )
            .join('; ')}
        </desc>
        {waits.map(({ actionId, onActionId }) => (
          <Line from={byId.get(onActionId)} to={byId.get(actionId)} isLate={isLateOf(view, actionId, onActionId)} />
        ))}
        {nodes.map((node) => (
          <Box node={node} />
        ))}
      </svg>
    </div>
  )
}

function Box({ node }: { readonly node: ChainNode }) {
  const { x, y } = placeOf(node)
  const isLate = node.state === 'late'
  return (
    <g class={isLate ? 'trellis-chains__box trellis-chains__box--late' : 'trellis-chains__box'}>
      <rect x={x} y={y} width={WIDE} height={HIGH} />
      <text x={x + WIDE / 2} y={y + HIGH / 2 + 5} text-anchor="middle">
        {shortName(node)}
        {isLate ? ', late' : ''}
      </text>
    </g>
  )
}

type LineProps = { readonly from: ChainNode | undefined; readonly to: ChainNode | undefined; readonly isLate: boolean }

function Line({ from, to, isLate }: LineProps) {
  if (!from || !to) return null
  const [a, b] = [placeOf(from), placeOf(to)]
  const [startX, startY, endX, endY] = [a.x + WIDE, a.y + HIGH / 2, b.x, b.y + HIGH / 2]
  const middle = (startX + endX) / 2
  return (
    <g class={isLate ? 'trellis-chains__line trellis-chains__line--late' : 'trellis-chains__line'}>
      <path d={`M${startX} ${startY} C${middle} ${startY} ${middle} ${endY} ${endX - 6} ${endY}`} />
      <path class="trellis-chains__head" d={`M${endX} ${endY} l-8 -5 v10 z`} />
    </g>
  )
}

function placeOf({ column, row }: ChainNode): { readonly x: number; readonly y: number } {
  return { x: EDGE + column * ACROSS, y: EDGE + row * DOWN }
}

function isLateOf({ late }: ChainsView, actionId: string, onActionId: string): boolean {
  return late.some((wait) => wait.actionId === actionId && wait.onActionId === onActionId)
}

function shortName({ action: { ref, text } }: ChainNode): string {
  const name = ref ?? text
  return name.length > 12 ? `${name.slice(0, 11).trimEnd()}…` : name
}

function nameOf(end: { readonly ref: string | null; readonly text: string } | null): string {
  return end ? (end.ref ?? end.text) : 'an action not shown'
}
