import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { composeMail } from './index.ts'

const compose = (text: string) =>
  composeMail({ subject: 'Your update is due', text, partnershipName: 'Millbrook partnership' })

/** What stands between the heading and the footer. */
const bodyOf = (html: string) => /<\/h1>\n([\s\S]*)\n<p class="from">/.exec(html)?.[1]

describe('a mail', () => {
  test('has its paragraphs, lists and links in both forms', () => {
    const { text, html } = compose(
      'Hello Lena\n\n- one\n- two & three\n\nOpen it here:\nhttps://trellis.example.org/u/1?a=1&b=2.',
    )
    assert.equal(
      text,
      'Hello Lena\n\n- one\n- two & three\n\nOpen it here:\nhttps://trellis.example.org/u/1?a=1&b=2.\n\n-- \nSent by Trellis for Millbrook partnership.\n',
    )
    assert.equal(
      bodyOf(html),
      '<p>Hello Lena</p>\n<ul>\n<li>one</li>\n<li>two &amp; three</li>\n</ul>\n<p>Open it here:<br>\n<a href="https://trellis.example.org/u/1?a=1&amp;b=2">https://trellis.example.org/u/1?a=1&amp;b=2</a>.</p>',
    )
  })

  test('fetches nothing when it is opened, so that nobody learns that it was', () => {
    assert.doesNotMatch(compose('Hello').html, /<(img|script|link|iframe)|url\(|@import|src=/i)
  })

  test('says its language, its title, and that it may be shown dark', () => {
    const { html } = compose('Hello')
    assert.match(html, /<html lang="en-GB">/)
    assert.match(html, /<title>Your update is due<\/title>/)
    assert.match(html, /<meta name="color-scheme" content="light dark">/)
    assert.match(html, /prefers-color-scheme: dark/)
  })

  test('holds whatever is said in it as words, and leads only where it shows', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '"><script>',
        'https://a.example/"onclick="x',
        'javascript:alert(1)',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const body = bodyOf(compose(pieces.join(' ')).html) ?? ''
        const tags = body.match(/<[^>]*>/g) ?? []
        for (const tag of tags) assert.match(tag, /^<(\/?(p|ul|li|a)|br|a href="https?:\/\/[^"<>]*")>$/)
        for (const [, href, shown] of body.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)) assert.equal(href, shown)
      }),
    )
  })
})
