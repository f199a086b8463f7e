import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseId } from '../../../kernel/id.ts'
import { type Lead, UNTIED } from '../plan.ts'
import { namesNotKnown } from './names-not-known.ts'

const lead = (text: string, kind: Lead['kind'], personId: Lead['personId'] = null): Lead => ({
  text,
  kind,
  ...UNTIED,
  personId,
})

test('names nobody knows are listed once, whatever their spelling, the busiest first', () => {
  const found = namesNotKnown([
    { leads: [lead('Early Start Group', 'group'), lead('Ama Boateng', 'person')] },
    { leads: [lead('EARLY  START GROUP', 'group')] },
  ])
  assert.deepEqual(found, [
    { text: 'Early Start Group', kind: 'group', actions: 2 },
    { text: 'Ama Boateng', kind: 'person', actions: 1 },
  ])
})

test('known people, posts and doubtful names are not offered: nobody is invented', () => {
  const known = parseId<'person'>('0190a000-0000-7000-8000-000000000001')
  const leads = [lead('Ama Boateng', 'person', known), lead('Head of Play', 'post'), lead('various', 'unknown')]
  assert.deepEqual(namesNotKnown([{ leads }]), [])
})
