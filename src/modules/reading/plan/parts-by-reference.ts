import type { Piece } from '../blocks.ts'
import { splitReference } from '../tables/read-row.ts'
import { openPart, type PartDraft } from './part-tree.ts'
import type { ActionDraft, PlanDraft } from './plan-draft.ts'

const FEWEST_ACTIONS = 4
const DEPTH = 60
const LONGEST_TITLE = 140

/**
 * Where nothing but the references says under which aim an action stands ("4.3" is the third of aim 4), makes the aims from them. An aim
 * takes its title from a part or a numbered line that has its number, else it has its number alone.
 */
export function assignPartsByReference(draft: PlanDraft): void {
  const refs = draft.actions.map((action) => referenceOf(action))
  const dotted = refs.filter((ref) => ref.includes('.'))
  const first = draft.actions[0]?.part ?? null
  const isFlat = draft.actions.every((action) => action.part === first) && (first === null || first.level === null)
  const roots = new Set(dotted.map((ref) => ref.slice(0, ref.indexOf('.'))))
  if (!isFlat || draft.actions.length < FEWEST_ACTIONS || dotted.length < 0.9 * refs.length || roots.size < 2) return
  if (first) first.actions = 0
  draft.tree.open = null
  for (const [index, action] of draft.actions.entries()) {
    const steps = (refs[index] ?? '').split('.')
    if (steps.length < 2) continue
    action.part = openSteps(draft, steps.slice(0, -1), action)
    if (action.part) action.part.actions++
  }
}

function referenceOf({ readings }: ActionDraft): string {
  return (readings.find((reading) => reading.ref !== '')?.ref ?? '').replace(/[.)]$/, '')
}

function openSteps(draft: PlanDraft, steps: readonly string[], action: ActionDraft): PartDraft | null {
  draft.tree.open = null
  for (let length = 1; length <= steps.length; length++) {
    const ref = steps.slice(0, length).join('.')
    const known = draft.tree.parts.find((part) => part.ref === ref)
    if (known) {
      draft.tree.open = known
      continue
    }
    const line = takeNumberedLine(draft, ref)
    const where = line?.where ?? action.readings[0]?.row.where ?? {}
    openPart(draft.tree, { level: null, ref, title: line?.text ?? ref, where, depth: DEPTH + length })
  }
  return draft.tree.open
}

/** The line of prose that names a number and nothing else but a title, taken out of the prose. */
function takeNumberedLine(draft: PlanDraft, ref: string): Piece | null {
  const at = draft.prose.findIndex(({ text }) => {
    const numbered = text.length <= LONGEST_TITLE ? splitReference(text) : null
    return numbered?.ref.replace(/[.):]$/, '') === ref && !/[.;]$/.test(numbered.title)
  })
  const piece = draft.prose[at]
  if (!piece) return null
  draft.prose.splice(at, 1)
  return { text: splitReference(piece.text)?.title ?? piece.text, where: piece.where }
}
