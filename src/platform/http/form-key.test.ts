import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Form } from './form.ts'
import { formKey } from './form-key.ts'

const once = '0190a000-0000-7000-8000-000000000001'
const form = (fields: Record<string, string>, content = ''): Form => ({
  fields: Object.fromEntries(Object.entries({ once, ...fields }).map(([name, value]) => [name, [value]])),
  files: content ? { evidence: { name: 'a.txt', type: 'text/plain', content: Buffer.from(content) } } : {},
  tooLarge: null,
})

test('the same words from the same page are one sending, in whatever order the browser puts them', () => {
  assert.equal(formKey(form({ a: '1', b: '2' })), formKey(form({ b: '2', a: '1' })))
})

test('another step, other words or another file from the same page is another sending', () => {
  const saved = formKey(form({ step: 'save', narrative: 'x' }))
  const others = [
    form({ step: 'submit', narrative: 'x' }),
    form({ step: 'save', narrative: 'y' }),
    form({ step: 'save', narrative: 'x' }, 'evidence'),
    form({ step: 'save', narrative: 'x', once: '0190a000-0000-7000-8000-000000000002' }),
  ]
  for (const other of others) assert.notEqual(formKey(other), saved)
})

test('a form without its key, or with a forged one, has none', () => {
  assert.equal(formKey(form({ once: '' })), null)
  assert.equal(formKey(form({ once: "'; drop table" })), null)
})
