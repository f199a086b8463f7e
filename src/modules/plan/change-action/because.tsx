import { type Problem, problemOf, TextArea } from '../../../design/index.ts'

type Props = { readonly value: string; readonly problems: readonly Problem[]; readonly hint?: string }

/** Asks why an adopted plan changes: what was promised is not changed without a reason on record. */
export function Because({ value, problems, hint }: Props) {
  return (
    <TextArea
      name="because"
      label="Why, and who agreed to it"
      rows={3}
      value={value}
      hint={hint ?? 'Needed when the measure or the timescale changes. It stays in the action’s history'}
      error={problemOf(problems, 'because')}
    />
  )
}
