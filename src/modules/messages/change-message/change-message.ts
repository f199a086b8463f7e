import type { MessageId } from '../../../kernel/id.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import { inScope } from '../../../platform/database/index.ts'
import { useFormKey } from '../../../platform/http/form-receipt.store.ts'
import { endMessage, queueMessage } from '../../../platform/messages/index.ts'
import type { World } from '../../../platform/world.ts'
import { recordChange } from '../../audit/index.ts'
import { findPersonRecord, type Member } from '../../people/index.ts'
import { findMessage, lockMessageDue } from '../sent-message.store.ts'
import { mayChange } from './may-change.ts'

export type MessageChange = {
  readonly id: MessageId
  readonly step: 'take-back' | 'send-again'
  readonly formKey: string | null
}

/** `not-now`: it went, or ended, meanwhile. */
export type ChangeRefusal = { readonly kind: 'not-found' | 'form-expired' | 'not-now' }

/**
 * Takes back a message that waits, or sends one that failed again: as a message of its own, to the address that the directory has now
 * of whom it was for. Gives the message to look at next.
 */
export async function changeMessage(
  world: World,
  by: Member,
  { id, step, formKey }: MessageChange,
): Promise<Result<MessageId, ChangeRefusal>> {
  if (!formKey) return refuse({ kind: 'form-expired' })
  return inScope(world.db, by, async (tx): Promise<Result<MessageId, ChangeRefusal>> => {
    await lockMessageDue(tx, id)
    const message = await findMessage(tx, id)
    if (!message) return refuse({ kind: 'not-found' })
    if (await useFormKey(tx, by.partnershipId, formKey, id, world.now())) return ok(id)
    const now = world.now()
    const hasLink = message.isSecret || message.isBlanked
    if (mayChange({ ...message, hasLink }, now) !== step) return refuse({ kind: 'not-now' })
    const person = message.personId && (await findPersonRecord(tx, message.personId))
    const to = (message.channel === 'mail' && person?.email) || message.to
    if (step === 'take-back') await endMessage(tx, by.partnershipId, id, 'withdrawn', now)
    else {
      // Each message is sent again once; what is sent again and fails is a message to send again itself.
      const isQueued = await queueMessage(tx, world, by.partnershipId, {
        key: `again/${id}`,
        channel: message.channel,
        to,
        toName: message.toName ?? undefined,
        personId: message.personId ?? undefined,
        purpose: message.purpose,
        subject: message.subject,
        text: message.text,
        expiresAt: message.expiresAt ?? undefined,
      })
      if (!isQueued) return refuse({ kind: 'not-now' })
    }
    await recordChange(tx, world, by, {
      what: step === 'take-back' ? 'took back a message that waited' : 'sent a message again that had failed',
      subject: { kind: 'message', id },
      after: { subject: message.subject, to: step === 'take-back' ? message.to : to },
    })
    return ok(id)
  })
}
