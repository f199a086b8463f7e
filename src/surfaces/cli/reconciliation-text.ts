import { counted } from '../../kernel/counted.ts'
import {
  DISPOSAL_NAMES,
  headline,
  nameOfRow,
  type Reconciliation,
  sidesOf,
  unaccountedNames,
} from '../../modules/reading/index.ts'

/** The comparison for a person at a terminal: the answer, what does not add up, who is unaccounted for, then every row. */
export function reconciliationInWords(result: Reconciliation): string {
  const sections = [
    headline(result),
    claimsOf(result),
    unaccountedOf(result),
    promisedOf(result),
    twoEndingsOf(result),
    aloneOf(result),
    tableOf(result),
  ].filter((lines) => lines.length > 0)
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function claimsOf(result: Reconciliation): readonly string[] {
  const { claims } = result
  const sides = sidesOf(result)
  if (claims.checked.length === 0) return ['The document claims no totals to check.']
  const wrong = claims.checked.filter(({ agrees }) => !agrees)
  if (wrong.length === 0) return [`All ${counted(claims.checked.length, 'total')} claimed agree with what was counted.`]
  return [
    'What does not add up',
    ...wrong.flatMap(({ document, text, claimed, counted: count, about, of, note }) => [
      `  claimed ${claimed}, counted ${count} of the ${document === 'plan' ? sides.earlier : sides.later}’s ${of} ${about}`,
      `    “${text}”`,
      ...(note ? [`    ${note}`] : []),
    ]),
  ]
}

function unaccountedOf(result: Reconciliation): readonly string[] {
  const groups = Map.groupBy(result.unaccounted, ({ why }) => why)
  const { earlier, later } = sidesOf(result)
  const why = unaccountedNames(result)
  if (groups.size === 0) return []
  return [
    'Who is unaccounted for',
    ...[...groups].map(([reason, rows]) => {
      const of =
        reason === 'not-in-the-report'
          ? `the ${earlier}’s ${result.plan.rows.length}`
          : `the ${later}’s ${result.report.rows.length}`
      const names = rows.map(({ plan, report }) => nameIn(result, report === null ? 'plan' : 'report', report ?? plan))
      return `  ${why[reason]}, ${rows.length} of ${of}: ${names.join(', ')}`
    }),
  ]
}

function promisedOf(result: Reconciliation): readonly string[] {
  if (result.promised.length === 0) return []
  return [
    'Where did the promised items go?',
    ...result.promised.flatMap(({ row, words, answer, takenUpBy, nearest }) => [
      `  ${nameIn(result, 'plan', row)} “${words}”: ${answerOf(answer, takenUpBy && nameIn(result, 'report', takenUpBy))}`,
      ...(answer !== 'taken-up' && nearest ? [`    nearest: “${nearest.text}”`, `    ${nearest.why}`] : []),
    ]),
  ]
}

function answerOf(answer: 'taken-up' | 'perhaps' | 'no-trace', by: string | null): string {
  switch (answer) {
    case 'taken-up':
      return `taken up as ${by}`
    case 'perhaps':
      return by ? `perhaps ${by}: look at both` : 'perhaps mentioned: look at the passage'
    case 'no-trace':
      return 'no trace in the next plan'
  }
}

function twoEndingsOf(result: Reconciliation): readonly string[] {
  const rows = [...result.endings].filter(([, { alsoSays }]) => alsoSays.length > 0)
  if (rows.length === 0) return []
  return [
    'Rows that say two things of how they ended',
    ...rows.map(
      ([id, { words, alsoSays }]) =>
        `  ${nameIn(result, 'report', id)}: “${words}”, and also ${alsoSays.map((also) => `“${also.words}”`).join(', ')}`,
    ),
  ]
}

function aloneOf(result: Reconciliation): readonly string[] {
  const { earlier, later } = sidesOf(result)
  const list = (ids: readonly string[], side: 'plan' | 'report') =>
    ids.map((id) => `    ${nameIn(result, side, id)} ${rowIn(result, side, id)?.text ?? ''}`)
  return [
    ...(result.planOnly.length > 0 ? [`Only in the ${earlier}`, ...list(result.planOnly, 'plan')] : []),
    ...(result.reportOnly.length > 0 ? [`Only in the ${later}`, ...list(result.reportOnly, 'report')] : []),
  ]
}

function tableOf(result: Reconciliation): readonly string[] {
  if (result.pairs.length === 0) return []
  const { earlier, later } = sidesOf(result)
  const line = (...cells: readonly string[]) =>
    `${(cells[0] ?? '').padEnd(9)} ${(cells[1] ?? '').padEnd(9)} ${(cells[2] ?? '').padEnd(8)} ${(cells[3] ?? '').padEnd(19)} ${cells[4] ?? ''}`.trimEnd()
  return [
    line(earlier, later, 'pairing', 'ended', 'action'),
    ...result.pairs.map((pair) => {
      const ending = result.endings.get(pair.report) ?? result.planEndings.get(pair.plan)
      const marks = [
        ...(pair.renumbered ? ['renumbered'] : []),
        ...(pair.reworded ? ['reworded'] : []),
        ...pair.alsoReport.map((id) => `also told in ${nameIn(result, 'report', id)}`),
        ...pair.alsoPlan.map((id) => `also tells ${nameIn(result, 'plan', id)}`),
      ]
      return line(
        refIn(result, 'plan', pair.plan),
        refIn(result, 'report', pair.report),
        pair.confidence,
        ending ? DISPOSAL_NAMES[ending.kind] : 'does not say',
        `${rowIn(result, 'plan', pair.plan)?.text ?? ''}${marks.length > 0 ? ` [${marks.join(', ')}]` : ''}`,
      )
    }),
  ]
}

function rowIn(result: Reconciliation, side: 'plan' | 'report', id: string | null) {
  return result[side].rows.find((row) => row.id === id)
}

function nameIn(result: Reconciliation, side: 'plan' | 'report', id: string | null): string {
  const row = rowIn(result, side, id)
  return row ? nameOfRow(row) : (id ?? '')
}

function refIn(result: Reconciliation, side: 'plan' | 'report', id: string): string {
  return rowIn(result, side, id)?.ref ?? '-'
}
