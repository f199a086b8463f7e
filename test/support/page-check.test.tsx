import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Button, Form, Page, PageHeading, renderPage, TextInput } from '../../src/design/index.ts'
import { checkPage } from './page-check.ts'

const GOOD = renderPage(
  <Page title="Plans">
    <PageHeading>Plans</PageHeading>
    <Form action="/plans" method="get">
      <TextInput name="words" label="Words" value={'onclick="x" style="y" <b>'} />
      <Button>Search</Button>
    </Form>
  </Page>,
)

describe('the check of a whole page', () => {
  test('a sound page has nothing wrong, hostile words and all', () => {
    assert.deepEqual(checkPage(GOOD, '/plans'), [])
  })

  const BAD: readonly [string, string, RegExp][] = [
    ['a second h1', GOOD.replace('<form', '<h1>Again</h1><form'), /has 2 h1/],
    ['no h1', GOOD.replaceAll('h1', 'h2'), /has 0 h1/],
    ['no title', GOOD.replace(/<title>.*<\/title>/, ''), /has no title/],
    ['no language', GOOD.replace(' lang="en"', ''), /language/],
    ['no main', GOOD.replaceAll(/<(\/?)main/g, '<$1div'), /has no <main>/],
    ['a field without a label', GOOD.replace(/<label.*?<\/label>/s, ''), /input-missing-label/],
    ['one id twice', GOOD.replace('<form', '<p id="words">Twice</p><form'), /no-dup-id/],
    ['a level of heading left out', GOOD.replace('<form', '<h4>Deep</h4><form'), /heading-level/],
    ['a value nobody set', GOOD.replace('<form', '<p>Due undefined</p><form'), /says "undefined"/],
    ['a sum that failed', GOOD.replace('<form', '<p>NaN%</p><form'), /says "NaN"/],
    ['an object for a word', GOOD.replace('<form', '<p>[object Object]</p><form'), /says "\[object Object\]"/],
    ['an inline style', GOOD.replace('<form', '<p style="width: 3%">Wide</p><form'), /style attribute/],
    ['a script in an attribute', GOOD.replace('<form', '<p onclick="go()">Go</p><form'), /script in an attribute/],
    ['a script in an address', GOOD.replace('<form', '<a href="javascript:go()">Go</a><form'), /script in an address/],
    ['an inline script', GOOD.replace('<form', '<script>go()</script><form'), /inline script/],
    ['a style sheet inside', GOOD.replace('</head>', '<style>p{}</style></head>'), /inline styles/],
    [
      'a button within a link',
      GOOD.replace('<form', '<a href="/"><button type="submit">Go</button></a><form'),
      /element-permitted/,
    ],
  ]
  for (const [what, html, expected] of BAD) {
    test(`${what} is found`, () => {
      assert.notEqual(html, GOOD)
      assert.match(checkPage(html, '/plans').join('\n'), expected)
    })
  }

  test('somebody signed in must have a way round', () => {
    const signedIn = GOOD.replace('</header>', '<form class="trellis-bar__visitor" action="/sign-out"></form></header>')
    assert.match(checkPage(signedIn, '/plans').join('\n'), /has no <nav>/)
  })

  test('every sentence names the page', () => {
    for (const problem of checkPage('<p>Hello', '/plans')) assert.ok(problem.startsWith('/plans: '))
  })
})
