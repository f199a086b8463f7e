import { Details, Table, Tag, WordChanges } from '../../../../design/index.ts'
import { capital } from '../../../../kernel/capital.ts'
import { type ComparableRow, DISPOSAL_NAMES, type Ending } from '../../../reading/index.ts'
import type { ComparisonLine } from './comparison-lines.ts'
import type { ComparisonView } from './comparison-view.ts'

/** Every line with both texts, what was changed in them, how it ended and the words that say so, and how far the pair can be trusted. */
export function LinesTable({ view }: { readonly view: ComparisonView }) {
  return (
    <Table
      caption="Rows of both documents"
      captionIsHidden
      columns={[
        { key: 'ref', header: 'Ref', width: 'narrow', isReference: true },
        { key: 'texts', header: 'What both say', width: 'wide' },
        { key: 'ended', header: 'How it ended', width: 'wide' },
        { key: 'pair', header: 'Pairing', width: 'medium' },
      ]}
      rows={view.lines.map((line) => ({
        ref: <Refs line={line} />,
        texts: <Texts line={line} view={view} />,
        ended: <Ended line={line} view={view} />,
        pair: <Pairing line={line} view={view} />,
      }))}
    />
  )
}

type Of = { readonly line: ComparisonLine; readonly view: ComparisonView }

function Refs({ line: { plan, report, pair } }: { readonly line: ComparisonLine }) {
  const [one, two] = [plan?.ref ?? '–', report?.ref ?? '–']
  return (
    <>
      {plan ? one : two}
      {pair?.renumbered && <span class="trellis-detail">now {two}</span>}
    </>
  )
}

function Texts({ line, view }: Of) {
  const { plan, report, pair, alsoPlan, alsoReport } = line
  const { earlier, later } = view.sides
  if (!plan || !report) {
    return (
      <>
        {(plan ?? report)?.text} <Tag>{`Only in the ${plan ? earlier : later}`}</Tag>
      </>
    )
  }
  return (
    <>
      {pair?.reworded ? (
        <>
          <span class="trellis-said">
            <span class="trellis-said__who">{`${capital(earlier)}: `}</span>
            <WordChanges changes={pair.changes} side="before" />
          </span>
          <span class="trellis-said">
            <span class="trellis-said__who">{`${capital(later)}: `}</span>
            <WordChanges changes={pair.changes} side="after" />
          </span>
        </>
      ) : (
        <>
          {plan.text}
          <span class="trellis-detail">The same words in both</span>
        </>
      )}
      <Beside rows={alsoReport} words={`Also told in the ${later} as`} />
      <Beside rows={alsoPlan} words={`Also in the ${earlier} as`} />
    </>
  )
}

function Beside({ rows, words }: { readonly rows: readonly ComparableRow[]; readonly words: string }) {
  return (
    <>
      {rows.map(({ ref, text }) => (
        <span class="trellis-said">
          <span class="trellis-said__who">{words} </span>
          {ref} {text}
        </span>
      ))}
    </>
  )
}

const SOURCES: Readonly<Record<Ending['from'], string | null>> = {
  told: 'as somebody told it in the review, whatever the words say',
  narrative: null,
  rating: 'from its rating, which says less than words',
  'rating-key': 'from what its colour means in the document’s key, which says less than words',
  timescale: 'from its date column, which says less than words',
  column: 'from another column, which says less than words',
}

function Ended({ line, view }: Of) {
  const { ending, report, plan } = line
  const narrative = report?.narrative ?? (view.sides.earlier === 'report' ? plan?.narrative : null) ?? null
  if (!ending) return narrative === null ? <>Nothing is said</> : <>Does not say: “{narrative}”</>
  const source = SOURCES[ending.from]
  return (
    <>
      <strong>{DISPOSAL_NAMES[ending.kind]}</strong>
      {ending.words !== '' && `: “${ending.words}”`}
      {source && <span class="trellis-detail">{source}</span>}
      {ending.alsoSays.map(({ kind, words }) => (
        <span class="trellis-said">
          <Tag tone="plum">Ask</Tag> {`It also says ${DISPOSAL_NAMES[kind].toLowerCase()}: “${words}”`}
        </span>
      ))}
      {narrative !== null && narrative.trim() !== ending.words && <span class="trellis-detail">“{narrative}”</span>}
    </>
  )
}

function Pairing({ line, view }: Of) {
  const { pair, plan, report } = line
  const query = new URLSearchParams({ ...(plan ? { plan: plan.id } : {}), ...(report ? { report: report.id } : {}) })
  const name = (plan ?? report)?.ref ?? (plan ?? report)?.text.slice(0, 40).toWellFormed() ?? ''
  return (
    <>
      {pair ? (
        <Details summary={CONFIDENCE[pair.confidence]}>
          <ul class="govuk-list govuk-list--bullet">
            {pair.reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </Details>
      ) : (
        'No pair'
      )}
      {view.mayCorrect && (
        <a class="govuk-link trellis-correct" href={`/comparisons/${view.comparison.id}/pair?${query}`}>
          Correct<span class="govuk-visually-hidden"> the pair of {name}</span>
        </a>
      )}
    </>
  )
}

const CONFIDENCE = { sure: 'Sure', likely: 'Likely', unsure: 'Unsure' } as const
