import type { ActionId } from '../../../kernel/id.ts'
import type { TimescaleReading } from '../../reading/index.ts'
import { understoodInWords } from './understood-words.ts'

type UnderstoodProps = { readonly actionId: ActionId; readonly timescale: TimescaleReading | null }

/** What the words of the timescale were understood as; the script reads them again while they are written. */
export function Understood({ actionId, timescale }: UnderstoodProps) {
  return (
    <trellis-understood for="timescale" src={`/actions/${actionId}/understood`}>
      <p class="trellis-understood">{understoodInWords(timescale)}</p>
    </trellis-understood>
  )
}
