import type { Member } from '../../people/index.ts'
import { watchWorkPage } from '../background/watch-work.page.tsx'
import type { ReadingState } from '../reading.store.ts'

/** How far a reading is, or why there is none. */
export function watchReadingPage(visitor: Member, reading: ReadingState): string {
  const { id, fileName, outcome } = reading
  return watchWorkPage(visitor, {
    section: 'read',
    fileName,
    href: `/readings/${id}`,
    state: reading,
    refusal: outcome.kind === 'refused' ? outcome.sentence : null,
    words: {
      title: 'Reading the plan',
      lede: 'Most plans take a few seconds, a long one up to twenty.',
      mayLeave: 'You may leave this page: the draft will be among your plans.',
      refused: 'The document could not be read',
    },
    next: { href: '/documents/new', text: 'Try another document' },
  })
}
