type Heading = { readonly kind: 'heading'; readonly level: 1 | 2 | 3 }

/**
 * Headings a reader can follow by ear: the first is of level 1, and none is more than one level below the heading
 * before it. Order and words stay.
 *
 * @param blocks  the blocks of a paper, in reading order
 * @returns the same blocks, headings that skipped a level raised to the nearest allowed one
 * @see PDF/UA-1 (ISO 14289-1), 7.4.2
 */
export function levelHeadings<Block extends { readonly kind: string }>(blocks: readonly Block[]): readonly Block[] {
  let above = 0
  return blocks.map((block) => {
    if (!isHeading(block)) return block
    above = Math.min(block.level, above + 1)
    return above === block.level ? block : { ...block, level: levelOf(above) }
  })
}

function isHeading<Block extends { readonly kind: string }>(block: Block): block is Block & Heading {
  return block.kind === 'heading'
}

function levelOf(level: number): 1 | 2 | 3 {
  if (level <= 1) return 1
  return level === 2 ? 2 : 3
}
