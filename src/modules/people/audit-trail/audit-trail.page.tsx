import {
  Button,
  ButtonGroup,
  DateField,
  Details,
  EmptyState,
  Filters,
  Heading,
  History,
  Lede,
  Notice,
  PageHeading,
  Pagination,
  SearchInput,
  Tag,
  Text,
} from '../../../design/index.ts'
import { longMoment } from '../../../kernel/day.ts'
import { type Break, breakInWords, type Head, headInWords, isBreak, type TrailEntry } from '../../audit/index.ts'
import { memberPage } from '../member-page.tsx'
import type { Member } from '../visitor.ts'
import { type TrailQuery, trailHref } from './trail-filter.ts'

export type TrailView = {
  readonly query: TrailQuery
  readonly entries: readonly TrailEntry[]
  readonly found: number
  readonly page: number
  readonly pages: number
  readonly head: Head
  /** what checking the chain found; null when it was not asked for */
  readonly checked: Head | Break | null
  /** short enough to be checked and exported from a page */
  readonly isShort: boolean
}

/** Who did what, when and from where, in one unbroken row. */
export function auditTrailPage(visitor: Member, view: TrailView): string {
  const { query, found, page, pages, head } = view
  return memberPage(
    { visitor, title: 'Audit trail', section: 'audit', wide: true },
    <>
      <PageHeading>Audit trail</PageHeading>
      <Lede>
        {entriesInWords(head.number)}, each chained to the one before, so that nothing can be changed or taken out
        unseen.
      </Lede>
      <Checked checked={view.checked} />
      <Chain view={view} />
      <TrailFilters query={query} />
      <Heading level={2}>{isFiltered(query) ? `${entriesInWords(found)} found` : 'Latest first'}</Heading>
      {view.entries.length === 0 ? (
        <EmptyState title="No entry fits" action={<a href="/audit">Show all entries</a>}>
          Look for fewer words, or for other days.
        </EmptyState>
      ) : (
        <History entries={view.entries.map((entry) => historyEntry(entry, query))} />
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(number) => trailHref(query, { page: number })}
        label="Pages of entries"
      />
    </>,
  )
}

function Checked({ checked }: Pick<TrailView, 'checked'>) {
  if (checked === null) return null
  if (!isBreak(checked))
    return (
      <Notice kind="done" title="The chain is whole">
        {entriesInWords(checked.number)} were walked, and each is as it was written.
      </Notice>
    )
  return (
    <Notice kind="warning" title="The chain is broken">
      {breakInWords(checked)} Tell whoever looks after Trellis, and change nothing until they have looked.
    </Notice>
  )
}

function Chain({ view: { head, isShort } }: { readonly view: TrailView }) {
  if (!isShort)
    return (
      <Text>The trail is too long to be checked from a page: use verify and audit export on the command line.</Text>
    )
  return (
    <>
      <ButtonGroup>
        <Button kind="secondary" href="/audit?check=chain">
          Check the chain
        </Button>
        <a class="govuk-link" href="/audit/export">
          Download the trail to check it elsewhere
        </a>
        <a class="govuk-link" href="/rights">
          Who can do what, and why
        </a>
      </ButtonGroup>
      <Details summary="Where the chain stands">
        <Text>
          The last entry is {headInWords(head)}. Kept on paper, or sent to somebody outside, these figures show later
          that no end of the trail was cut off. Board reports print them, and a{' '}
          <a href="/audit/anchors">daily mail sends them</a> to addresses that you choose.
        </Text>
      </Details>
    </>
  )
}

function TrailFilters({ query }: { readonly query: TrailQuery }) {
  const chosen = Object.values(query).filter((value) => value !== '').length
  return (
    <Filters action="/audit" chosen={chosen} clearHref="/audit">
      <SearchInput name="words" label="Words" value={query.words} />
      <DateField name="from" label="From" value={query.from} />
      <DateField name="to" label="To" value={query.to} />
      {query.person !== '' && <input type="hidden" name="person" value={query.person} />}
      {query.record !== '' && <input type="hidden" name="record" value={query.record} />}
    </Filters>
  )
}

function historyEntry(entry: TrailEntry, query: TrailQuery) {
  const { number, at, by, byPerson, what, subjectKind, subjectId, address, way, reason, before, after, blankedAt } =
    entry
  return {
    who: `Entry ${number.toLocaleString('en-GB')}. ${by}${way ? `, ${way}` : ''}`,
    when: `${longMoment(at)}${address ? `, from ${address}` : ''}`,
    what: `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}`,
    detail: (
      <>
        {blankedAt && (
          <p class="govuk-body-s">
            <Tag>Details taken out</Tag> On {longMoment(blankedAt)} somebody was erased from this entry. It keeps its
            place in the chain.
          </p>
        )}
        {reason && <p class="govuk-body">Why: {reason}</p>}
        {(before !== null || after !== null) && (
          <Details summary="Before and after">
            <Values title="Before" value={before} />
            <Values title="After" value={after} />
          </Details>
        )}
        <p class="govuk-body-s">
          {byPerson && query.person === '' && <a href={trailHref(query, { person: byPerson, page: 1 })}>All by {by}</a>}{' '}
          {query.record === '' && (
            <a href={trailHref(query, { record: subjectId, page: 1 })}>
              All about this {subjectKind.replaceAll('-', ' ')}
            </a>
          )}
        </p>
      </>
    ),
  }
}

function Values({ title, value }: { readonly title: string; readonly value: unknown }) {
  if (value === null) return null
  const fields = typeof value === 'object' ? Object.entries({ ...value }) : [['', value] as const]
  return (
    <>
      <p class="govuk-body govuk-!-font-weight-bold">{title}</p>
      <ul class="govuk-list">
        {fields.map(([name, of]) => (
          <li>
            {name === '' ? '' : `${name}: `}
            {inWords(of)}
          </li>
        ))}
      </ul>
    </>
  )
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isFiltered(query: TrailQuery): boolean {
  return Object.values(query).some((value) => value !== '')
}

function entriesInWords(count: number): string {
  return count === 1 ? '1 entry' : `${count.toLocaleString('en-GB')} entries`
}
