import type { Day } from '../../../kernel/day.ts'
import type { ActionId, PersonId, WaitId } from '../../../kernel/id.ts'
import type { WantedReport } from './asking.store.ts'
import type { LadderStep, RequestFacts } from './ladder.ts'
import type { Recipient } from './recipient.store.ts'

/** One step about one report, and whom it concerns. */
export type Step = {
  readonly step: LadderStep
  readonly request: WantedReport & RequestFacts
  readonly leads: readonly Recipient[]
  readonly chairs: readonly Recipient[]
}

/** Why somebody hears of a report: they are to write it, they chair the group it is for, or they run the plan. */
export type Part = 'lead' | 'chair' | 'manager'
export type ToTell = { readonly part: Part; readonly step: Step }
/** Something late for which an action waits, and who is told: whoever leads what waits. */
export type LateWarning = {
  readonly waitId: WaitId
  readonly lateSince: Day
  readonly waiting: { readonly id: ActionId; readonly ref: string | null; readonly text: string }
  /** the reference of what it waits for, or its first words */
  readonly waitsFor: string
  readonly leads: readonly Recipient[]
}

/** All that one person is told on one day, in one message. */
export type Digest = {
  readonly to: Recipient
  readonly items: readonly ToTell[]
  readonly warnings: readonly LateWarning[]
}

/**
 * Who is told of some steps, each person once with all that concerns them: the leads always, the chair of the lead group
 * from the step of that name on, the manager at the last. A report without a lead that can be reached is the manager's
 * to place from the first, for else nobody would hear of it.
 */
export function digestsOf(
  steps: readonly Step[],
  managers: readonly Recipient[],
  warnings: readonly LateWarning[] = [],
): readonly Digest[] {
  const digests = new Map<PersonId, { to: Recipient; items: ToTell[]; warnings: LateWarning[] }>()
  const digestOf = (to: Recipient) => {
    const digest = digests.get(to.personId) ?? { to, items: [], warnings: [] }
    digests.set(to.personId, digest)
    return digest
  }
  const tell = (to: Recipient, item: ToTell): void => {
    const digest = digestOf(to)
    if (!digest.items.some(({ step }) => step === item.step)) digest.items.push(item)
  }
  for (const step of steps) {
    for (const lead of step.leads) tell(lead, { part: 'lead', step })
    if (step.step === 'chair' || isChairPassedOver(step)) {
      for (const chair of step.chairs) tell(chair, { part: 'chair', step })
    }
    if (step.step === 'manager' || !step.leads.some(({ email, text }) => email ?? text)) {
      for (const manager of managers) tell(manager, { part: 'manager', step })
    }
  }
  for (const warning of warnings) {
    const told = warning.leads.length > 0 ? warning.leads : managers
    for (const to of told) digestOf(to).warnings.push(warning)
  }
  return [...digests.values()]
}

/** Where the manager's day came with the chair's, the chair is told together with them. */
function isChairPassedOver({ step, request }: Step): boolean {
  return step === 'manager' && !request.taken.has('chair')
}
