import { parseId } from '../../../kernel/id.ts'
import { refuse } from '../../../kernel/result.ts'
import { words } from '../../../platform/http/form.ts'
import { formKey } from '../../../platform/http/form-key.ts'
import { type Answer, notFound, type Route, redirect, route, type Visit } from '../../../platform/http/route.ts'
import type { World } from '../../../platform/world.ts'
import { findDirectory, type Member, may, type Visitor } from '../../people/index.ts'
import { PASSAGE, passageKey } from '../answer-questions/review-item.ts'
import { changeDraft } from '../change-draft/change-draft.ts'
import { refusedCorrection } from '../change-draft/refused.ts'
import { rereadBy } from '../corrections/reread.ts'
import { findDocumentPages } from '../document/document-page.store.ts'
import { blocksOf, rowsOf } from '../document/document-page.ts'
import { rowFinder } from '../document/locate-rows.ts'
import { findReadingOfPlan } from '../reading.store.ts'
import { actionMeant } from './action-label.ts'
import { fieldNamed, passageAsAction, passageIntoAction } from './place-passage.ts'

/** Makes something of a passage that the reader did not understand: an action of its own, or words of one. */
export function addActionRoutes(world: World): readonly Route<Visitor>[] {
  return [
    route({
      method: 'POST',
      url: '/plans/:planId/review/passages',
      access: may('prepare-plans'),
      answer: (visit) => placePassage(world, visit),
    }),
  ]
}

async function placePassage(world: World, { visitor, params, form }: Visit<Member>): Promise<Answer> {
  const planId = parseId<'plan'>(params.planId ?? '')
  if (!planId) return notFound
  const id = world.newId<'action'>()
  const key = words(form, 'key')
  const become = words(form, 'become')
  const changed = await changeDraft(world, visitor, { planId, formKey: formKey(form) }, async (draft, plan, tx) => {
    const reading = await findReadingOfPlan(tx, plan.id)
    const passage = reading?.result.notUnderstood.find(({ text, where }) => passageKey(text, where) === key)
    if (!reading || !passage) return refuse({ kind: 'not-found' })
    if (become === 'action') {
      const find = rowFinder(rowsOf(blocksOf(await findDocumentPages(tx, reading.fileId))))
      return passageAsAction(draft, passage, { id, rows: find(passage), subject: key })
    }
    const to = { actionId: actionMeant(draft.actions, words(form, 'action')), field: fieldNamed(words(form, 'field')) }
    const reread = rereadBy(plan.period, draft.actions, await findDirectory(tx))
    return passageIntoAction(draft, passage, { ...to, subject: key }, reread)
  })
  if (!changed.ok) return refusedCorrection(changed.refusal)
  return redirect(
    become === 'action'
      ? `/actions/${id}/change?from=${key}`
      : `/plans/${planId}/review/questions?done=placed#asked-${PASSAGE}`,
  )
}
