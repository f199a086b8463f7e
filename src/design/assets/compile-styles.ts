import { join } from 'node:path'
import { ratingColours } from '../ratings/rating-colours.ts'
import { DESIGN, NODE_MODULES } from './asset-sources.ts'

export type FontUrls = { readonly latin: string; readonly latinExtended: string }

/** The one stylesheet. Sass sees the rating colours and the fonts' addresses as a module called `tokens`. */
export async function compileStyles(fonts: FontUrls): Promise<string> {
  const { compileAsync } = await import('sass-embedded')
  const { css } = await compileAsync(join(DESIGN, 'styles', 'trellis.scss'), {
    style: 'compressed',
    loadPaths: [NODE_MODULES],
    quietDeps: true,
    importers: [
      {
        canonicalize: (url) => (url === 'tokens' ? new URL('trellis:tokens') : null),
        load: () => ({ contents: tokens(fonts), syntax: 'scss' }),
      },
    ],
  })
  return css
}

function tokens({ latin, latinExtended }: FontUrls): string {
  const ratings = Object.entries(ratingColours).map(
    ([key, { solid, ink, edge }]) => `"${key}": ("solid": ${solid}, "ink": ${ink}, "edge": ${edge})`,
  )
  return `$font-latin: "${latin}"; $font-latin-extended: "${latinExtended}"; $ratings: (${ratings.join(', ')});`
}
