import type { Submission } from '../update.store.ts'
import { NOTHING_TYPED, typedOf, type UpdateWords } from '../update-words.ts'
import type { UpdateView } from './update-view.ts'

/** What was sent last and not taken back. */
export function lastVersion({ submissions }: Pick<UpdateView, 'submissions'>): Submission | null {
  return submissions.find(({ withdrawal }) => withdrawal === null) ?? null
}

/** What the boxes hold at first: the draft; or, where what was sent is to be corrected, its words. */
export function wordsToBegin(view: UpdateView): UpdateWords {
  const sent = lastVersion(view)
  const again = sent ? { ...typedOf(sent), reason: '' } : NOTHING_TYPED
  if (view.isCorrectedOnRequest) return again
  if (view.draft) return typedOf(view.draft)
  return view.sending === 'correct' ? again : NOTHING_TYPED
}
