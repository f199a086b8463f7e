import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isThisMachine } from './this-machine.ts'

test('only its name for itself and loopback addresses are this machine', () => {
  for (const here of ['localhost', 'LOCALHOST', '127.0.0.1', '127.8.9.10', '::1', '[::1]'])
    assert.equal(isThisMachine(here), true, here)
  for (const elsewhere of ['', 'mail.example.org', '10.0.0.5', '127.0.0.1.example.org', 'localhost.example.org', '::2'])
    assert.equal(isThisMachine(elsewhere), false, elsewhere)
})
