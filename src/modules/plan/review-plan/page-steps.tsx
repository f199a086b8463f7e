import type { ReviewDocument } from './review-document.ts'
import { reviewHref } from './review-href.ts'
import type { ReviewView } from './review-view.ts'

/** Which page of a document of several is shown, with a step to each side; nothing for a document of one page. */
export function PageSteps({ view, document }: { readonly view: ReviewView; readonly document: ReviewDocument }) {
  const { pages, page } = document
  if (pages.length === 1) return null
  const [before, after] = [pages[page.number - 2], pages[page.number]]
  return (
    <nav class="trellis-steps" aria-label="Pages of the document">
      <span class="trellis-steps__side">
        {before && (
          <a href={reviewHref(view, before.number, 'actions')} rel="prev">
            ← {before.label}
          </a>
        )}
      </span>
      <span class="trellis-steps__here">
        {page.label}{' '}
        <span class="trellis-steps__of">
          ({page.number} of {pages.length})
        </span>
      </span>
      <span class="trellis-steps__side trellis-steps__side--end">
        {after && (
          <a href={reviewHref(view, after.number, 'actions')} rel="next">
            {after.label} →
          </a>
        )}
      </span>
    </nav>
  )
}
