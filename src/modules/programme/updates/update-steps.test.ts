import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { afterStep, type UpdateFacts, type UpdateState, updateStateOf } from './update-steps.ts'

const at = (hour: number) => Temporal.Instant.from(`2026-02-03T${String(hour).padStart(2, '0')}:00:00Z`)
const sent = (verdict: 'accepted' | 'sent-back' | null): UpdateFacts['lastSubmission'] => ({
  submittedAt: at(9),
  verdict: verdict && { kind: verdict, givenAt: at(11) },
})

describe('the life of an update', () => {
  it('begins as asked for, and is a draft once words are saved', () => {
    assert.equal(updateStateOf({ draftSavedAt: null, lastSubmission: null }), 'asked')
    assert.equal(updateStateOf({ draftSavedAt: at(8), lastSubmission: null }), 'draft')
  })

  it('waits for the chair once sent, whatever draft it was sent from', () => {
    assert.equal(updateStateOf({ draftSavedAt: at(8), lastSubmission: sent(null) }), 'submitted')
  })

  it('comes back to the lead, and is a draft again when they write on', () => {
    assert.equal(updateStateOf({ draftSavedAt: at(8), lastSubmission: sent('sent-back') }), 'sent-back')
    assert.equal(updateStateOf({ draftSavedAt: at(12), lastSubmission: sent('sent-back') }), 'draft')
  })

  it('is closed by acceptance: nobody can take another step', () => {
    assert.equal(updateStateOf({ draftSavedAt: at(12), lastSubmission: sent('accepted') }), 'accepted')
    for (const step of ['save', 'submit', 'accept', 'send-back'] as const) {
      assert.equal(afterStep('lead', 'accepted', step), null)
      assert.equal(afterStep('chair', 'accepted', step), null)
    }
  })

  it('lets only a chair judge, and only what was sent', () => {
    const states: readonly UpdateState[] = ['asked', 'draft', 'sent-back', 'accepted']
    for (const state of states) assert.equal(afterStep('chair', state, 'accept'), null)
    assert.equal(afterStep('lead', 'submitted', 'accept'), null)
    assert.equal(afterStep('chair', 'submitted', 'accept'), 'accepted')
    assert.equal(afterStep('chair', 'submitted', 'send-back'), 'sent-back')
  })

  it('does not let a lead change words that wait for the chair', () => {
    assert.equal(afterStep('lead', 'submitted', 'save'), null)
    assert.equal(afterStep('lead', 'submitted', 'submit'), null)
  })
})
