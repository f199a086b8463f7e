import { nameOfShade } from '../../reading/index.ts'

/** A colour of a document in words: a shade by what people call it, a word as it stands. */
export function colourInWords(colour: string): string {
  return isShade(colour) ? nameOfShade(colour) : `“${colour}”`
}

/** Whether a recipe's colour is a shade, and not a word. */
export function isShade(colour: string): boolean {
  return /^[\dA-F]{6}$/.test(colour)
}

/** A patch of a shade; its name stands beside it, so it is silent. */
export function Swatch({ shade }: { readonly shade: string }) {
  return (
    <svg class="trellis-swatch" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <rect width="24" height="24" fill={`#${shade}`} />
    </svg>
  )
}
