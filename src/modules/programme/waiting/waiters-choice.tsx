import { Radios } from '../../../design/index.ts'
import { counted } from '../../../kernel/counted.ts'
import type { WaiterAnswer } from './settle-waiters.ts'
import type { ActionWait } from './wait.store.ts'

const ANSWERS: readonly { readonly value: WaiterAnswer; readonly text: string; readonly hint: string }[] = [
  { value: 'release', text: 'They wait no more', hint: 'They can go on without it' },
  { value: 'follow', text: 'They wait for the action it became part of', hint: 'Where it was merged into another' },
  { value: 'keep', text: 'They go on waiting for it', hint: 'Where it goes on elsewhere, or may be taken up again' },
]

type Props = {
  readonly waiters: readonly ActionWait[]
  readonly said: string | undefined
  readonly error: string | undefined
}

/** Asks what becomes of the actions that wait for one that ends. */
export function WaitersChoice({ waiters, said, error }: Props) {
  if (waiters.length === 0) return null
  const names = waiters.map(({ waiting }) => waiting?.ref ?? waiting?.text ?? 'an action not shown').join(', ')
  return (
    <Radios
      name="waiting"
      label={`What becomes of ${counted(waiters.length, 'action that waits', 'actions that wait')} for it: ${names}?`}
      hint="Nothing to say where it was completed: what they waited for is there"
      items={ANSWERS}
      value={said}
      error={error}
    />
  )
}
