import type { UpdateWords } from '../update-words.ts'
import type { UpdateView } from '../write-update/update-view.ts'
import type { Foretold } from './foretell.ts'

/** What the visitor chose to do with the sheet, and which rows take the place of what changed on the web, by their lines. */
export type Choice = { readonly how: 'send' | 'drafts'; readonly replace: ReadonlySet<number> }

export type Step = {
  readonly line: number
  readonly view: UpdateView
  readonly typed: UpdateWords
  readonly step: 'save' | 'submit' | 'correct'
}

/** How many updates were sent, kept as drafts, and left out although the sheet said something new of them. */
export type Kept = { readonly sent: number; readonly drafts: number; readonly left: number }

/** The steps that a choice takes, in one order for everybody, so that two sheets at once never wait for each other. */
export function stepsOf(rows: readonly Foretold[], choice: Choice): readonly Step[] {
  return rows
    .flatMap((told): Step[] => {
      const { row, found } = told
      const step = stepOf(told, choice)
      return found && step ? [{ line: row.line, ...found, step }] : []
    })
    .toSorted((a, b) => (a.view.point.id < b.view.point.id ? -1 : 1))
}

function stepOf({ row, fate, found, changed, isKept }: Foretold, { how, replace }: Choice): Step['step'] | null {
  if (!found || (changed && !replace.has(row.line))) return null
  if (fate === 'send' && how === 'send') return found.view.sending
  if (fate !== 'send' && fate !== 'draft') return null
  return found.view.maySave && !isKept ? 'save' : null
}

export function tallyOf(rows: readonly Foretold[], steps: readonly Step[]): Kept {
  const drafts = steps.filter(({ step }) => step === 'save').length
  const done = new Set(steps.map(({ line }) => line))
  const left = rows.filter(({ row, fate, isKept }) => fate !== 'same' && !isKept && !done.has(row.line))
  return { sent: steps.length - drafts, drafts, left: left.length }
}
