import { counted } from '../../../../kernel/counted.ts'

/** What became of a sheet, from the address that its form leads to; null where that says nothing. */
export function doneInWords(said: Readonly<Record<string, string | undefined>>): string | null {
  const [sent, drafts, left] = [said.sent, said.drafts, said.left].map((text) =>
    /^\d{1,3}$/.test(text ?? '') ? Number(text) : null,
  )
  if (sent == null || drafts == null || left == null) return null
  const facts = [
    ...(sent > 0 ? [`${counted(sent, 'update')} sent`] : []),
    ...(drafts > 0 ? [`${counted(drafts, 'draft')} kept`] : []),
    ...(left > 0 ? [`${counted(left, 'row')} left out, whose words are in your spreadsheet alone`] : []),
  ]
  return facts.length > 0 ? facts.join(', ') : 'The spreadsheet changed nothing'
}
