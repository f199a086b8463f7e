import { datesInWords, type TimescaleReading, whenInWords } from '../../reading/index.ts'

/** "Understood as 30 September 2014. A month without a day is due on its last." */
export function understoodInWords(timescale: TimescaleReading | null): string {
  if (!timescale) return 'No timescale: it reports in the plan’s rhythm'
  const dates = datesInWords(timescale)
  const words = dates ? `Understood as ${dates}` : whenInWords(timescale)
  const doubt = timescale.confidence === 'unsure' ? ['This is a guess: say it in other words to be sure'] : []
  return [words, ...timescale.notes, ...doubt].map((sentence) => sentence.replace(/[.]$/, '')).join('. ')
}
