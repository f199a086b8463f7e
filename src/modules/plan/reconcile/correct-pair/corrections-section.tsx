import { Button, Form, Heading, History, Tag } from '../../../../design/index.ts'
import { longMoment } from '../../../../kernel/day.ts'
import { nameOfRow } from '../../../reading/index.ts'
import type { PairCorrection } from '../pair-correction.store.ts'
import type { ComparisonView } from '../view-comparison/comparison-view.ts'

/** What people have corrected, who and when, and the way to take it back. */
export function CorrectionsSection({ view }: { readonly view: ComparisonView }) {
  if (view.corrections.length === 0) return null
  return (
    <section>
      <Heading level={2} id="corrections">
        Corrected by people
      </Heading>
      <History
        entries={[...view.corrections].reverse().map((correction) => ({
          who: correction.madeBy,
          when: longMoment(correction.madeAt),
          what: wordsOf(correction, view),
          detail: <Undo correction={correction} view={view} />,
        }))}
      />
    </section>
  )
}

function wordsOf({ kind, planRow, reportRow }: PairCorrection, { result, sides }: ComparisonView): string {
  const name = (side: 'plan' | 'report', id: string) => {
    const row = result[side].rows.find((each) => each.id === id)
    return row ? nameOfRow(row) : 'a row that is gone'
  }
  const rows = `${name('plan', planRow)} of the ${sides.earlier} ${kind === 'pair' ? 'with' : 'from'} ${name('report', reportRow)} of the ${sides.later}`
  return kind === 'pair' ? `Paired ${rows}` : `Unpaired ${rows}`
}

function Undo({ correction, view }: { readonly correction: PairCorrection; readonly view: ComparisonView }) {
  const { undone, id } = correction
  if (undone) {
    return (
      <>
        <Tag>Taken back</Tag> {`${undone.by}, ${longMoment(undone.at)}`}
      </>
    )
  }
  if (!view.mayCorrect) return null
  return (
    <Form action={`/comparisons/${view.comparison.id}/corrections/${id}/undo`}>
      <Button kind="quiet">
        Take this back<span class="govuk-visually-hidden">: {wordsOf(correction, view)}</span>
      </Button>
    </Form>
  )
}
