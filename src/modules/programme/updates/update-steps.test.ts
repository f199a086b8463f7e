import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { afterStep, sendingStep, type UpdateState, updateStateOf, type VersionFacts } from './update-steps.ts'

const at = (hour: number) => Temporal.Instant.from(`2026-02-03T${String(hour).padStart(2, '0')}:00:00Z`)
const sent = (verdict: 'accepted' | 'sent-back' | null, hour = 9): VersionFacts => ({
  submittedAt: at(hour),
  verdict: verdict && { kind: verdict, givenAt: at(hour + 2) },
  withdrawal: null,
})
const takenBack = (version: VersionFacts, hour: number): VersionFacts => ({ ...version, withdrawal: { at: at(hour) } })
const state = (draftHour: number | null, ...versions: readonly VersionFacts[]) =>
  updateStateOf({ draftSavedAt: draftHour === null ? null : at(draftHour), versions })

describe('the life of an update', () => {
  it('begins as asked for, and is a draft once words are saved', () => {
    assert.equal(state(null), 'asked')
    assert.equal(state(8), 'draft')
  })

  it('waits for the chair once sent, whatever draft it was sent from', () => {
    assert.equal(state(8, sent(null)), 'submitted')
  })

  it('comes back to the lead, and is a draft again when they write on', () => {
    assert.equal(state(8, sent('sent-back')), 'sent-back')
    assert.equal(state(12, sent('sent-back')), 'draft')
  })

  it('is a draft again once it is taken back, and cannot be judged meanwhile', () => {
    assert.equal(state(10, takenBack(sent(null), 10)), 'draft')
    assert.equal(afterStep('chair', 'draft', 'accept'), null)
    assert.equal(afterStep('lead', 'accepted', 'withdraw'), null, 'what was judged is not taken back')
  })

  it('once accepted takes nothing but a correction, which is another version', () => {
    assert.equal(state(8, sent('accepted')), 'accepted')
    assert.equal(afterStep('lead', 'accepted', 'submit'), null)
    assert.equal(state(12, sent('accepted')), 'correction-draft')
    assert.equal(state(12, sent(null, 12), sent('accepted')), 'correction-sent')
    assert.equal(state(12, sent('sent-back', 12), sent('accepted')), 'correction-sent-back')
    assert.equal(state(15, sent('sent-back', 12), sent('accepted')), 'correction-draft')
    assert.equal(state(12, sent('accepted', 12), sent('accepted')), 'accepted')
    assert.equal(state(13, takenBack(sent(null, 12), 13), sent('accepted')), 'correction-draft')
  })

  it('lets only a chair judge, and only what waits', () => {
    const states: readonly UpdateState[] = ['asked', 'draft', 'sent-back', 'accepted', 'correction-draft']
    for (const from of states) assert.equal(afterStep('chair', from, 'accept'), null)
    assert.equal(afterStep('lead', 'submitted', 'accept'), null)
    assert.equal(afterStep('chair', 'submitted', 'accept'), 'accepted')
    assert.equal(afterStep('chair', 'submitted', 'send-back'), 'sent-back')
    assert.equal(afterStep('chair', 'correction-sent', 'send-back'), 'correction-sent-back')
  })

  it('does not let a lead change words that wait for the chair, but correct them with a reason', () => {
    assert.equal(afterStep('lead', 'submitted', 'save'), null)
    assert.equal(afterStep('lead', 'submitted', 'submit'), null)
    assert.equal(sendingStep('submitted'), 'correct')
    assert.equal(sendingStep('sent-back'), 'submit')
  })
})
