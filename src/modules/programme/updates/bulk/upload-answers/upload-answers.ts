import { ok, type Result, refuse } from '../../../../../kernel/result.ts'
import { inScope } from '../../../../../platform/database/index.ts'
import { formKey } from '../../../../../platform/http/form-key.ts'
import { useFormKey } from '../../../../../platform/http/form-receipt.store.ts'
import type { World } from '../../../../../platform/world.ts'
import type { Member } from '../../../../people/index.ts'
import { signedIn } from '../../update-writer.ts'
import { keepUpdate } from '../../write-update/submit-update.ts'
import { lastVersion } from '../../write-update/words-to-begin.ts'
import { type Choice, type Kept, type Step, stepsOf, tallyOf } from '../choose-steps.ts'
import type { AnswerRow } from '../read-answers.ts'
import { standsNow } from '../row-key.ts'
import { lookAtAnswers } from './look-at-answers.ts'

export type UploadRefusal =
  | { readonly kind: 'form-expired' }
  /** something is not as it was when the visitor looked: nothing was done */
  | { readonly kind: 'changed-meanwhile' }

/**
 * Does what a filled-in sheet says, all of it or nothing: sends what is whole and keeps the rest as drafts, or keeps all as drafts. What
 * the page said would be left out is left out. The same form twice does it once, and answers the same.
 */
export async function uploadAnswers(
  world: World,
  by: Member,
  request: {
    readonly rows: readonly AnswerRow[]
    readonly choice: Choice
    readonly mark: string
    readonly formKey: string | null
  },
): Promise<Result<Kept, UploadRefusal>> {
  const { rows, choice, formKey: key } = request
  if (!key) return refuse({ kind: 'form-expired' })
  const looked = await lookAtAnswers(world, by, rows)
  const steps = stepsOf(looked.rows, choice)
  const tally = tallyOf(looked.rows, steps)
  return inScope(world.db, by, async (tx): Promise<Result<Kept, UploadRefusal>> => {
    const earlier = await useFormKey(tx, by.partnershipId, key, JSON.stringify(tally), world.now())
    if (earlier) return ok(tallyFrom(earlier))
    if (looked.mark !== request.mark) return refuse({ kind: 'changed-meanwhile' })
    for (const step of steps) {
      const kept = await keepUpdate(world, tx, signedIn(by), requestOf(step, key), null)
      if (!kept.ok) return refuse({ kind: 'changed-meanwhile' })
    }
    return ok(tally)
  })
}

function requestOf({ view, typed, step }: Step, key: string) {
  const { draft, version } = standsNow(view.draft, lastVersion(view))
  const pointId = view.point.id
  const own = formKey({ fields: { once: [key], pointId: [pointId] }, files: {}, tooLarge: null })
  return { ...typed, pointId, step, formKey: own, evidence: null, draftSeen: draft, versionSeen: version }
}

function tallyFrom(answer: string): Kept {
  const [sent = 0, drafts = 0, left = 0] = (answer.match(/\d+/g) ?? []).map(Number)
  return { sent, drafts, left }
}
