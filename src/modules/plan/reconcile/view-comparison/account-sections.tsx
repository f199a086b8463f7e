import { Details, Heading, Table, Text } from '../../../../design/index.ts'
import { counted } from '../../../../kernel/counted.ts'
import { nameOfRow, unaccountedNames } from '../../../reading/index.ts'
import { claimKey } from './comparison-filter.ts'
import { comparisonHref } from './comparison-href.ts'
import type { ComparisonView } from './comparison-view.ts'

type Seen = { readonly view: ComparisonView }

/** Every total that a document claims, beside the count of its own rows; each count leads to its members. */
export function ClaimsSection({ view }: Seen) {
  const { result, sides, comparison } = view
  const { checked, notChecked } = result.claims
  return (
    <section>
      <Heading level={2} id="claims">
        Claims against counts
      </Heading>
      <Table
        caption="Totals claimed in the prose, beside what was counted"
        captionIsHidden
        columns={[
          { key: 'text', header: 'What the document says', width: 'wide' },
          { key: 'claimed', header: 'Claimed', align: 'end' },
          { key: 'counted', header: 'Counted', align: 'end' },
          { key: 'of', header: 'Counted of what' },
          { key: 'agrees', header: 'Agrees' },
        ]}
        rows={checked.map((claim, at) => ({
          text: `“${claim.text}”`,
          claimed: claim.claimed,
          counted:
            claim.members.length > 0 ? (
              <a href={`${comparisonHref(comparison.id, { show: claimKey(at) })}#rows`}>{claim.counted}</a>
            ) : (
              claim.counted
            ),
          of: (
            <>
              {`the ${claim.document === 'plan' ? sides.earlier : sides.later}’s ${claim.of} ${claim.about}`}
              {claim.note && <span class="trellis-detail">{claim.note}</span>}
            </>
          ),
          agrees: claim.agrees ? 'Yes' : <strong>No: {differenceOf(claim)}</strong>,
        }))}
        whenEmpty={<Text>Neither document claims a total of its actions.</Text>}
      />
      {notChecked.length > 0 && (
        <Details summary={`${counted(notChecked.length, 'more total')}, with nothing here to count beside`}>
          <ul class="govuk-list govuk-list--bullet">
            {notChecked.map(({ text }) => (
              <li>“{text}”</li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  )
}

function differenceOf({ claimed, counted }: { readonly claimed: number; readonly counted: number }): string {
  return counted > claimed ? `${counted - claimed} more` : `${claimed - counted} fewer`
}

const MOST_NAMED = 30

/** Whoever cannot say what became of their action, by the reason, with whom to ask. */
export function UnaccountedSection({ view }: Seen) {
  const { result, comparison } = view
  const groups = Map.groupBy(result.unaccounted, ({ why }) => why)
  const names = unaccountedNames(result)
  const planRows = new Map(result.plan.rows.map((row) => [row.id, row]))
  const reportRows = new Map(result.report.rows.map((row) => [row.id, row]))
  return (
    <section>
      <Heading level={2} id="unaccounted">
        Unaccounted for
      </Heading>
      {groups.size === 0 && <Text>Every row says how it ended.</Text>}
      {[...groups].map(([why, rows]) => (
        <Details summary={`${names[why]}: ${rows.length} of ${denominatorOf(view, why)}`} open={why === 'not-reported'}>
          <ul class="govuk-list trellis-unaccounted">
            {rows.slice(0, MOST_NAMED).map(({ plan, report }) => {
              const row = reportRows.get(report ?? '') ?? planRows.get(plan ?? '')
              const lead = planRows.get(plan ?? '')?.leadWords ?? row?.leadWords
              return (
                row && (
                  <li>
                    <strong>{nameOfRow(row)}</strong> {row.ref !== null && row.text}
                    <span class="trellis-detail">{lead ? `Ask: ${lead}` : 'No lead is named'}</span>
                  </li>
                )
              )
            })}
          </ul>
          <p class="govuk-body">
            <a href={`${comparisonHref(comparison.id, { show: why })}#rows`}>
              Show {rows.length > MOST_NAMED ? `all ${rows.length}` : 'them'} with their words
            </a>
          </p>
        </Details>
      ))}
    </section>
  )
}

function denominatorOf({ result, sides }: ComparisonView, why: string): string {
  return why === 'not-in-the-report'
    ? `the ${sides.earlier}’s ${result.plan.rows.length}`
    : `the ${sides.later}’s ${result.report.rows.length}`
}
