import { encode } from 'uqr'

/** A QR code as one drawn path; whoever cannot point a camera at it has the same words beside it as text. */
export function QrCode({ words, label }: { readonly words: string; readonly label: string }) {
  const { size, data } = encode(words, { border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="trellis-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}
