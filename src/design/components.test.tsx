import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { pagesToShow } from './data/pagination.tsx'
import {
  Button,
  Count,
  DateField,
  ErrorSummary,
  Filters,
  Form,
  Page,
  PageHeading,
  Pagination,
  problemOf,
  Radios,
  RatingChip,
  RatingChoice,
  renderPage,
  SourceLines,
  Table,
  TextArea,
  TextInput,
} from './index.ts'

const html = (node: VNode) => renderToString(node)
const HOSTILE = '"><script>alert(1)</script>'

describe('a page', () => {
  test('tells a screen reader first when something needs mending', () => {
    const page = renderPage(
      <Page title="Sign in" hasProblems>
        <PageHeading>Sign in</PageHeading>
      </Page>,
    )
    assert.match(page, /<title>Problem: Sign in – Trellis<\/title>/)
  })

  test('signing out is a button that posts, never a link', () => {
    const page = renderPage(
      <Page title="Plans" visitor={{ name: 'Amina', partnership: 'Marlbridge', signOutUrl: '/sign-out' }}>
        <PageHeading>Plans</PageHeading>
      </Page>,
    )
    assert.match(page, /<form class="trellis-bar__visitor" action="\/sign-out" method="post">/)
    assert.doesNotMatch(page, /href="\/sign-out"/)
  })
})

describe('words from outside', () => {
  const places: readonly VNode[] = [
    <PageHeading caption={HOSTILE}>{HOSTILE}</PageHeading>,
    <TextInput name="a" label={HOSTILE} hint={HOSTILE} error={HOSTILE} value={HOSTILE} />,
    <TextArea name="a" label="a" value={`</textarea>${HOSTILE}`} />,
    <Table caption={HOSTILE} columns={[{ key: 'a', header: HOSTILE }]} rows={[{ a: HOSTILE }]} />,
    <SourceLines label={HOSTILE} lines={[{ number: 1, text: HOSTILE, isMarked: true }]} />,
    <RatingChip rating={{ key: 'blue', name: HOSTILE }} />,
  ]
  for (const [at, place] of places.entries()) {
    test(`stay words wherever they are put (${at + 1} of ${places.length})`, () => {
      const shown = html(place)
      assert.doesNotMatch(shown, /<script/)
      assert.doesNotMatch(shown, /="">/)
      assert.match(shown, /&lt;script/)
    })
  }
})

describe('a form', () => {
  test('carries its key, so that pressing twice sends once', () => {
    assert.match(
      html(
        <Form action="/a" once="key-1">
          x
        </Form>,
      ),
      /<input type="hidden" name="once" value="key-1"\/>/,
    )
  })

  test('a date box says the day it came with in words, for a reader without scripts', () => {
    const box = renderToString(<DateField name="due" label="Due" value="2014-09-30" />)
    assert.match(box, /<p class="trellis-day-in-words">Filled in as 30 September 2014<\/p>/)
    assert.doesNotMatch(renderToString(<DateField name="due" label="Due" value="" />), /Filled in/)
  })

  test('reports every problem, each a link to its field', () => {
    const problems = [
      { field: 'narrative', message: 'Say what was done' },
      { field: 'progress', message: 'Choose a colour' },
    ]
    const summary = html(<ErrorSummary problems={problems} />)
    assert.match(summary, /2 things need mending/)
    assert.match(summary, /href="#narrative".*href="#progress"/)
    assert.equal(problemOf(problems, 'progress'), 'Choose a colour')
    assert.equal(problemOf(problems, 'title'), undefined)
    assert.equal(html(<ErrorSummary problems={[]} />), '')
  })

  test('the link of a problem lands on the first choice of a question', () => {
    const radios = html(
      <Radios
        name="ending"
        label="x"
        items={[
          { value: 'a', text: 'A' },
          { value: 'b', text: 'B' },
        ]}
      />,
    )
    assert.match(radios, /id="ending" name="ending"/)
    assert.match(radios, /id="ending-2" name="ending"/)
  })

  test('a colour is chosen beside its rule, and none is chosen for you', () => {
    const ratings = [{ key: 'green', name: 'On track' }] as const
    const choice = html(
      <RatingChoice name="progress" legend="Progress" ratings={ratings} rules={{ green: 'Done by the date' }} />,
    )
    assert.match(choice, /On track.*Done by the date/)
    assert.doesNotMatch(choice, / checked/)
  })

  test('a button that goes somewhere is a link, and one that sends is a button', () => {
    assert.match(html(<Button href="/plans">Go</Button>), /^<a /)
    assert.match(html(<Button>Send</Button>), /^<button [^>]*type="submit"/)
  })
})

describe('a table', () => {
  const table = html(
    <Table
      caption="Actions"
      columns={[
        { key: 'ref', header: 'Ref', isReference: true },
        { key: 'spent', header: 'Spent, £', align: 'end' },
      ]}
      rows={[{ ref: '1.11', spent: 0 }]}
    />,
  )

  test('keeps its meaning when a phone shows it as cards', () => {
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
      assert.match(table, new RegExp(`role="${role}"`))
    assert.match(table, /data-label="Spent, £"/)
  })

  test('nought is shown as nought', () => {
    assert.match(table, /trellis-table__value">0</)
  })

  test('with no row, says so instead', () => {
    const empty = html(
      <Table caption="Late" columns={[{ key: 'a', header: 'A' }]} rows={[]} whenEmpty="Nothing is late" />,
    )
    assert.match(empty, /Nothing is late/)
    assert.doesNotMatch(empty, /<table/)
  })
})

describe('a rating', () => {
  test('is said by shape, letter and word as well as by colour', () => {
    assert.match(html(<RatingChip rating={{ key: 'red', name: 'Off track' }} />), /<svg.*>R<.*>Off track</)
  })

  test('no rating is hollow and says so', () => {
    assert.match(html(<RatingChip rating={null} />), /trellis-chip--none.*Not rated/)
  })
})

describe('a count', () => {
  test('names its denominator and leads to what it counted', () => {
    const count = html(<Count figure={55} of={82} label="complete" href="?progress=blue" />)
    assert.match(count, /^<a [^>]*href="\?progress=blue"/)
    assert.match(count, />55<.* of 82<.*>complete</)
  })
})

describe('pages of a long list', () => {
  test('show the first, the last and the neighbours', () => {
    assert.deepEqual(pagesToShow(5, 12), [1, null, 4, 5, 6, null, 12])
    assert.deepEqual(pagesToShow(1, 3), [1, 2, 3])
    assert.deepEqual(pagesToShow(12, 12), [1, null, 11, 12])
  })

  test('are not offered when everything fits on one', () => {
    assert.equal(html(<Pagination page={1} pages={1} hrefFor={() => ''} />), '')
  })
})

describe('filters', () => {
  test('are sent by GET, and say how many are set', () => {
    const filters = html(
      <Filters action="/plans" chosen={2} clearHref="/plans">
        x
      </Filters>,
    )
    assert.match(filters, /Filter \(2 chosen\)/)
    assert.match(filters, /method="get"/)
    assert.match(filters, /Clear the filters/)
  })
})
