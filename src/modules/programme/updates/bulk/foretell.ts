import type { Day } from '../../../../kernel/day.ts'
import { closedInWords } from '../../year-end/closed-in-words.ts'
import { type Theirs, theirDraft, theirVersion } from '../both-versions.ts'
import { NOTHING_TYPED, typedIn, type UpdateWords } from '../update-words.ts'
import { checkUpdate, type UpdateProblem } from '../write-update/check-update.ts'
import type { UpdateView } from '../write-update/update-view.ts'
import { lastVersion, wordsToBegin } from '../write-update/words-to-begin.ts'
import { wordsOfCells } from './answer-words.ts'
import type { AnswerRow } from './read-answers.ts'
import { type RowKey, readRowKey, standsNow, wordsMark } from './row-key.ts'

/**
 * What will happen with a row: sent; kept as a draft, for what is said is not whole; nothing, for it is as it stands; nothing, for it
 * cannot be kept; or nothing, for there is no such request of this visitor's.
 */
export type Fate = 'send' | 'draft' | 'same' | 'refused' | 'not-found'

export type Foretold = {
  readonly row: AnswerRow
  readonly fate: Fate
  /** what is missing or wrong, each beside its cell; of a draft, what keeps it from being sent */
  readonly problems: readonly UpdateProblem[]
  /** why nothing of the row can be kept, where it is no cell's fault */
  readonly because: string | null
  readonly found: { readonly view: UpdateView; readonly typed: UpdateWords } | null
  /** what was saved or sent on the web after the sheet was taken out: it stays unless the visitor says otherwise */
  readonly changed: Theirs | null
  /** the words are in a draft already, so that keeping them is no change */
  readonly isKept: boolean
}

type Known = { readonly view: UpdateView; readonly key: RowKey; readonly today: Day }

/** What will happen with one row of a sheet, by what stands at its duty now. Nobody learns of a duty that is not theirs to write. */
export function foretell(row: AnswerRow, view: UpdateView | null, today: Day): Foretold {
  const key = readRowKey(row.key)
  if (!key || !view?.isTheirs) return { ...NOTHING, row, fate: 'not-found' }
  return foretellTheirs(row, { view, key, today })
}

const NOTHING = { problems: [], because: null, found: null, changed: null, isKept: false } as const

function foretellTheirs(row: AnswerRow, { view, key, today }: Known): Foretold {
  const last = lastVersion(view)
  const { typed, problems } = wordsOfCells(row.cells, view.scheme)
  const now = standsNow(view.draft, last)
  const isChanged = now.draft !== key.draft || now.version !== key.version
  const isUntouched = wordsMark(row.cells) === key.words
  const isKept = isSame(typed, wordsToBegin(view))
  const base = { ...NOTHING, row, found: { view, typed }, isKept }
  if (isSame(typed, NOTHING_TYPED) || (isUntouched && isChanged)) return { ...base, fate: 'same' }
  if (view.closing) {
    return isUntouched ? { ...base, fate: 'same' } : { ...base, fate: 'refused', because: closedInWords(view.closing) }
  }
  const judged = judge({ view, today }, typed, problems)
  if ((isUntouched || isKept) && !(isBegun(view) && judged.fate === 'send')) return { ...base, fate: 'same' }
  const may = judged.fate === 'send' || judged.fate === 'draft'
  return { ...base, ...judged, changed: isChanged && may && !isKept ? standing(view, key) : null }
}

/** What the words may become: the same questions as the form asks. */
function judge(
  { view, today }: Pick<Known, 'view' | 'today'>,
  typed: UpdateWords,
  notUnderstood: readonly UpdateProblem[],
): Pick<Foretold, 'fate' | 'problems'> {
  const hasNewEvidence = view.evidence.some(({ isSent, pointId }) => !isSent && pointId === view.point.id)
  const { scheme, suggestion } = view
  const rules = { scheme, suggestion, today, sentBefore: hasNewEvidence ? null : lastVersion(view) }
  const kept = checkUpdate(typed, 'save', rules)
  const wrong = [...notUnderstood, ...(kept.ok ? [] : kept.refusal.problems)]
  if (wrong.length > 0) return { fate: 'refused', problems: wrong }
  const sent = view.sending && checkUpdate(typed, view.sending, rules)
  if (sent?.ok) return { fate: 'send', problems: [] }
  return { fate: view.maySave ? 'draft' : 'refused', problems: sent?.refusal.problems ?? [] }
}

function isBegun({ state }: UpdateView): boolean {
  return state === 'draft' || state === 'correction-draft'
}

/** What stands on the web now that did not when the sheet was taken out. */
function standing(view: UpdateView, key: RowKey): Theirs | null {
  const last = lastVersion(view)
  if (last && last.id !== key.version) return theirVersion(last)
  return view.draft ? theirDraft(view.draft) : null
}

function isSame(a: UpdateWords, b: UpdateWords): boolean {
  const plain = (words: UpdateWords) => JSON.stringify(typedIn(words)).replaceAll(/(?:\\n|\s)+/g, ' ')
  return plain(a) === plain(b)
}
