import { join } from 'node:path'
import { ratingColours } from '../ratings/rating-colours.ts'
import { DESIGN, NODE_MODULES } from './asset-sources.ts'
import { leaveOutUnused } from './leave-out-unused.ts'

export type FontUrls = { readonly latin: string; readonly latinExtended: string }

/** It is passed on from the page to all in it, so that it need not be said in each of two hundred rules. */
const SMOOTHING = '-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale'

/** The one stylesheet, as small as it goes. Sass sees the rating colours and the fonts' addresses as a module called `tokens`. */
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
  const { transform } = await import('esbuild')
  const { code } = await transform(css, { loader: 'css', minify: true, logLevel: 'silent' })
  return `html{${SMOOTHING}}${leaveOutUnused(code.trim()).replaceAll(`${SMOOTHING};`, '').replaceAll(SMOOTHING, '')}`
}

function tokens({ latin, latinExtended }: FontUrls): string {
  const ratings = Object.entries(ratingColours).map(
    ([key, { solid, ink, edge }]) => `"${key}": ("solid": ${solid}, "ink": ${ink}, "edge": ${edge})`,
  )
  return `$font-latin: "${latin}"; $font-latin-extended: "${latinExtended}"; $ratings: (${ratings.join(', ')});`
}
