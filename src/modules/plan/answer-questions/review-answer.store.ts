import type { Id, PartnershipId, PersonId, PlanId } from '../../../kernel/id.ts'
import { inBatches, instantFrom, type Tx } from '../../../platform/database/index.ts'

export type AnswerKind = 'asked-and-answered' | 'left-as-it-is' | 'nothing-to-keep' | 'became-action' | 'went-to-action'

/** What somebody decided about a question or a passage. */
export type ReviewAnswer = { readonly kind: AnswerKind; readonly by: string; readonly at: Temporal.Instant }

export async function insertAnswers(
  tx: Tx,
  of: {
    readonly partnershipId: PartnershipId
    readonly planId: PlanId
    readonly by: PersonId
    readonly now: Temporal.Instant
    readonly answers: readonly {
      readonly id: Id<'review-answer'>
      readonly subject: string
      readonly kind: AnswerKind
    }[]
  },
): Promise<void> {
  const rows = of.answers.map(({ id, subject, kind }) => ({
    partnership_id: of.partnershipId,
    id,
    plan_id: of.planId,
    subject,
    answer: kind,
    answered_at: of.now.toString(),
    answered_by: of.by,
  }))
  for (const some of inBatches(rows)) {
    await tx
      .insertInto('review_answer')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Takes answers back; what they answered is open again. */
export async function withdrawAnswers(
  tx: Tx,
  planId: PlanId,
  subjects: readonly string[],
  by: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  if (subjects.length === 0) return
  await tx
    .updateTable('review_answer')
    .set({ withdrawn_at: now.toString(), withdrawn_by: by })
    .where('plan_id', '=', planId)
    .where('subject', 'in', [...subjects])
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** The answers in force for a plan, by what they answer. */
export async function findAnswers(tx: Tx, planId: PlanId): Promise<ReadonlyMap<string, ReviewAnswer>> {
  const rows = await tx
    .selectFrom('review_answer')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnership_id', '=', 'review_answer.partnership_id')
        .onRef('person.id', '=', 'review_answer.answered_by'),
    )
    .select(['subject', 'answer', 'answered_at', 'person.name'])
    .where('plan_id', '=', planId)
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      row.subject,
      { kind: row.answer as AnswerKind, by: row.name, at: instantFrom(row.answered_at) },
    ]),
  )
}
