import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseId } from '../kernel/id.ts'
import { newId } from './ids.ts'
import { makePrivateAddress, readPrivateAddress } from './private-address.ts'

describe('a private address', () => {
  test('leads back to its partnership and to what is kept of it, whatever the partnership', () => {
    fc.assert(
      fc.property(fc.uuid(), (text) => {
        const partnershipId = parseId<'partnership'>(text)
        assert.ok(partnershipId)
        const { words, hash } = makePrivateAddress(partnershipId)
        assert.match(words, /^[\w-]{64}$/, 'it stands in an address as it is')
        assert.deepEqual(readPrivateAddress(words), { partnershipId, hash })
        assert.ok(!hash.includes(words) && !words.includes(hash), 'what is kept does not say it')
      }),
    )
  })

  test('no two are alike, and one with a letter changed is another', () => {
    const partnershipId = newId<'partnership'>()
    const [one, other] = [makePrivateAddress(partnershipId), makePrivateAddress(partnershipId)]
    assert.notEqual(one.words, other.words)
    const changed = one.words.slice(0, 40) + (one.words[40] === 'A' ? 'B' : 'A') + one.words.slice(41)
    assert.notEqual(readPrivateAddress(changed)?.hash, one.hash)
  })

  test('words that are none of ours lead nowhere', () => {
    const { words } = makePrivateAddress(newId<'partnership'>())
    for (const wrong of ['', 'x', `${words}A`, words.slice(1), words.replace(/.$/, '='), `${words.slice(0, 63)}/`]) {
      assert.equal(readPrivateAddress(wrong), null, wrong)
    }
  })
})
