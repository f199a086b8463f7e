import type { PlanId } from '../../../kernel/id.ts'
import { inScope } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import type { World } from '../../../platform/world.ts'
import type { Member } from '../../people/index.ts'
import { readAgain } from '../read-again/read-again.ts'
import { findReading } from '../reading.store.ts'
import { runReading } from './run-reading.ts'
import { uploadDocument } from './upload-document.ts'

/** A draft read from a document, as an upload makes it, whether or not it was handed over before; throws with the sentence of the refusal when it cannot be read. */
export async function aReadDraft(
  world: World,
  by: Member,
  document: string | Uint8Array,
  name = 'plan.md',
): Promise<PlanId> {
  const content = typeof document === 'string' ? new TextEncoder().encode(document) : document
  const file = { name, type: 'application/octet-stream', content }
  const handedOver = await uploadDocument(world, by, { file, formKey: newId() })
  const isKnown = !handedOver.ok && handedOver.refusal.kind === 'known'
  const uploaded = isKnown
    ? await readAgain(world, by, { fileId: handedOver.refusal.fileId, name, formKey: newId() })
    : handedOver
  if (!uploaded.ok) throw new Error(uploaded.refusal.kind)
  await runReading(world, by, uploaded.value)
  const reading = await inScope(world.db, by, (tx) => findReading(tx, uploaded.value))
  if (reading?.outcome.kind === 'read') return reading.outcome.planId
  throw new Error(reading?.outcome.kind === 'refused' ? reading.outcome.sentence : 'The document was not read')
}
