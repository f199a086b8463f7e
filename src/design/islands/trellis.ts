/** The one script of every page. Nothing needs it: each piece only makes something that works already kinder. */
import './autosave.ts'
import './character-count.ts'
import './chosen-file.ts'
import './day-in-words.ts'
import './passkey.ts'
import './reading-progress.ts'
import './review-desk.ts'
import './understood.ts'
import './work-through.ts'
import { focusProblems } from './focus-problems.ts'
import { keepWords } from './keep-words.ts'
import { openFilters } from './open-filters.ts'

focusProblems()
keepWords()
openFilters()
