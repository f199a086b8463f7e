import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { DueTimeline, RatingBar } from '../index.ts'
import { monthInWords, placeInMonth } from './due-months.ts'

const COUNTS = [
  { rating: { key: 'blue', name: 'Complete' }, count: 55 },
  { rating: { key: 'red', name: 'Off track' }, count: 0 },
] as const

describe('the bar of ratings', () => {
  const bar = renderToString(
    <RatingBar title="55 of 67 are complete" counts={COUNTS} notRated={12} hrefFor={(part) => `?progress=${part}`} />,
  )

  test('says in words what it draws, nought and not rated included', () => {
    assert.match(bar, /67 actions: 55 Blue, Complete, 0 Red, Off track, 12 not rated/)
  })

  test('leads from each part to its members, from the bar and from the list below', () => {
    assert.equal(bar.match(/href="\?progress=blue"/g)?.length, 2)
    assert.equal(bar.match(/href="\?progress=not-rated"/g)?.length, 2)
  })

  test('nought is shown and leads nowhere', () => {
    assert.match(bar, /Off track<\/span><\/span> <span class="trellis-rating-bar__count">0</)
    assert.doesNotMatch(bar, /progress=red/)
  })

  test('what was not rated is hatched and never takes a rating’s colour', () => {
    assert.match(bar, /trellis-segment--not-rated"><rect [^>]*fill="url\(#/)
    assert.doesNotMatch(
      renderToString(<RatingBar title="None" counts={COUNTS.slice(1)} notRated={3} />),
      /trellis-segment--(?!not-rated)\w+"/,
    )
  })

  test('two bars on one page do not share an id', () => {
    const two = renderToString(
      <>
        <RatingBar title="One" counts={COUNTS} notRated={0} />
        <RatingBar title="Two" counts={COUNTS} notRated={0} />
      </>,
    )
    const ids = two.match(/ id="[^"]+"/g) ?? []
    assert.equal(new Set(ids).size, ids.length)
  })
})

describe('what is due, month by month', () => {
  const timeline = renderToString(
    <DueTimeline
      title="Two are overdue"
      today="2014-09-16"
      months={[
        { month: '2014-09', reported: 3, overdue: 2, due: 1 },
        { month: '2014-10', reported: 0, overdue: 0, due: 0 },
      ]}
      hrefFor={(month) => `?month=${month}`}
    />,
  )

  test('says each month in words', () => {
    assert.equal(
      monthInWords({ month: '2014-09', reported: 3, overdue: 2, due: 0 }),
      'September 2014: 3 reported, 2 missed',
    )
    assert.equal(monthInWords({ month: '2014-10', reported: 0, overdue: 0, due: 0 }), 'October 2014: nothing due')
  })

  test('a month with nothing due leads nowhere', () => {
    assert.match(timeline, /\?month=2014-09/)
    assert.doesNotMatch(timeline, /\?month=2014-10/)
  })

  test('today stands where it falls in its month', () => {
    assert.equal(placeInMonth('2014-09', '2014-09-16'), 0.5)
    assert.equal(placeInMonth('2014-10', '2014-09-16'), null)
    assert.equal(placeInMonth('2014-10', undefined), null)
    assert.match(timeline, /<line x1="25%" x2="25%"/)
  })

  test('the same figures stand in a table', () => {
    assert.match(timeline, /data-label="Missed"><div class="trellis-table__value">2</)
  })
})
