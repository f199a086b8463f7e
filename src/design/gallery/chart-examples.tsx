import { DueTimeline, Heading, RatingBar } from '../index.ts'
import { HOSTILE, MONTHS, RATINGS } from './examples.ts'

const [blue, green, amber, red, grey] = RATINGS

export function ChartExamples() {
  return (
    <>
      <Heading level={2}>Charts</Heading>
      <RatingBar
        title="55 of 82 actions are complete; three are off track"
        counts={[
          { rating: blue, count: 55 },
          { rating: green, count: 7 },
          { rating: amber, count: 4 },
          { rating: red, count: 3 },
          { rating: grey, count: 1 },
        ]}
        notRated={12}
        hrefFor={(part) => `?progress=${part}`}
        source="Progress as reported by leads, as at 31 March 2015"
      />
      <RatingBar title={HOSTILE} counts={RATINGS.map((rating) => ({ rating, count: 4 }))} notRated={0} />
      <RatingBar
        title="Nothing has been rated yet"
        counts={RATINGS.map((rating) => ({ rating, count: 0 }))}
        notRated={82}
      />
      <DueTimeline
        title="March brings 28 reports, more than any other month; ten are overdue today"
        months={MONTHS}
        today="2014-10-14"
        hrefFor={(month) => `?month=${month}`}
        source="Reporting points of the adopted plan, as at 14 October 2014"
      />
    </>
  )
}
