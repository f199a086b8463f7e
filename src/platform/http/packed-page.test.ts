import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { packPage } from './packed-page.ts'

const PAGE = `<p>${'Every row of the plan. '.repeat(200)}</p>`

describe('a page on its way to a browser', () => {
  for (const offered of ['gzip', 'br, gzip;q=0.8', 'deflate, GZIP', '*']) {
    test(`is packed for one that offers "${offered}", and unpacks to the same words`, async () => {
      const { body, headers } = await packPage(PAGE, offered)
      assert.equal(headers['content-encoding'], 'gzip')
      assert.ok(body.length < PAGE.length / 4)
      assert.equal(gunzipSync(body).toString(), PAGE)
    })
  }

  for (const offered of [undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.0', 'gzipped']) {
    test(`goes as it is to one that offers ${offered === undefined ? 'nothing' : `"${offered}"`}`, async () => {
      const { body, headers } = await packPage(PAGE, offered)
      assert.equal(headers['content-encoding'], undefined)
      assert.equal(body, PAGE)
    })
  }

  test('goes as it is when it is too short to gain', async () => {
    assert.equal((await packPage('<p>Short</p>', 'gzip')).body, '<p>Short</p>')
  })
})
