import type { Problem } from '../../../../design/index.ts'
import type { World } from '../../../../platform/world.ts'
import type { Theirs } from '../both-versions.ts'
import type { UpdateWords } from '../update-words.ts'
import type { UpdateForm } from './update-form.tsx'
import type { UpdateView } from './update-view.ts'
import { wordQuestions } from './word-questions.ts'
import { lastVersion, wordsToBegin } from './words-to-begin.ts'

/** What a page of an update is shown with, after a step or a refusal. */
export type Shown = {
  readonly problems?: readonly Problem[]
  readonly typed?: UpdateWords
  readonly theirs?: Theirs | null
  readonly isCorrecting?: boolean
  readonly done?: string
}

/** The form of an update as it is shown: with what was typed, or else the words to begin with. */
export function updateForm(world: Pick<World, 'newId'>, view: UpdateView, shown: Shown): UpdateForm {
  const typed = shown.typed ?? wordsToBegin(view)
  const asked = view.mayJudge ? (lastVersion(view)?.narrative ?? '') : typed.narrative
  return {
    once: world.newId(),
    typed,
    problems: shown.problems ?? [],
    questions: wordQuestions(asked, view.plan, view.action),
    flash: null,
    isRefused: shown.typed !== undefined,
    isCorrecting: shown.isCorrecting ?? false,
    theirs: shown.theirs ?? null,
  }
}
