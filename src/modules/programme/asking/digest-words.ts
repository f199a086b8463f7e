import { type Day, isBefore, longDay } from '../../../kernel/day.ts'
import type { ActionId, PersonId } from '../../../kernel/id.ts'
import type { Digest, LateWarning, Part, ToTell } from './tellings.ts'

/** Where each item's link leads: a lead's opens that one update, a chair's and a manager's the action's page. */
export type LinkOf = (item: ToTell) => string

/** What the words of a digest are made with. */
export type DigestTelling = {
  readonly linkOf: LinkOf
  readonly pageOf: (actionId: ActionId) => string
  readonly partnership: string
  readonly on: Day
}

/** What one person is told on one day, as the subject and the paragraphs of a message. */
export function wordDigest(
  { to, items, warnings }: Digest,
  { linkOf, pageOf, partnership, on }: DigestTelling,
): { readonly subject: string; readonly text: string } {
  const parts = (['lead', 'chair', 'manager'] as const).flatMap((part) => {
    const those = items.filter((item) => item.part === part)
    return those.length === 0 ? [] : [{ part, those }]
  })
  const paragraphs = [
    `${to.name},`,
    ...parts.flatMap(({ part, those }) => [
      opening(part, those.length),
      ...those.map((item) => [itemWords(item, to.personId, on), linkOf(item)].join('\n')),
      ...(part === 'lead' ? [closing(those.length)] : []),
    ]),
    ...warningWords(warnings, pageOf),
    `You get this because of your part in the plans of ${partnership}.`,
  ]
  return { subject: subjectOf(items, warnings, on), text: paragraphs.join('\n\n') }
}

/** What a digest is about, in a line. */
export function subjectOf(items: readonly ToTell[], warnings: readonly LateWarning[], on: Day): string {
  const [first] = items
  if (!first)
    return warnings.length === 1 ? 'What you wait for is late' : `${warnings.length} things you wait for are late`
  const { request } = first.step
  if (items.length === 1) return wordItem(first, on)
  return items.every(({ part }) => part === 'lead')
    ? `${items.length} updates wanted: ${request.plan}`
    : `${items.length} reports to look at: ${request.plan}`
}

/** One thing somebody is told, in a line. */
export function wordItem(item: ToTell, on: Day): string {
  const { request } = item.step
  const what = [request.ref, shortened(request.text)].filter(Boolean).join(' ')
  if (item.part !== 'lead') return `Not reported: ${what}`
  const by = wantedBy(item)
  return isBefore(by, on)
    ? `Update still wanted, due ${longDay(request.dueOn)}: ${what}`
    : `Update wanted by ${longDay(by)}: ${what}`
}

function warningWords(warnings: readonly LateWarning[], pageOf: DigestTelling['pageOf']): readonly string[] {
  if (warnings.length === 0) return []
  const opening =
    warnings.length === 1
      ? 'Something that your action waits for is late.'
      : 'Some of what your actions wait for is late.'
  return [
    opening,
    ...warnings.map(({ waiting, waitsFor, lateSince }) => {
      const what = [waiting.ref, waiting.text].filter(Boolean).join(' ')
      return `${what}\nIt waits for ${waitsFor}, due ${longDay(lateSince)} and not done.\n${pageOf(waiting.id)}`
    }),
  ]
}

function opening(part: Part, count: number): string {
  const one = count === 1
  switch (part) {
    case 'lead':
      return one ? 'An update is wanted on an action that you lead.' : 'Updates are wanted on actions that you lead.'
    case 'chair':
      return one
        ? 'An action of a group that you chair has not been reported on.'
        : 'Actions of a group that you chair have not been reported on.'
    case 'manager':
      return one ? 'An action has not been reported on.' : 'Actions have not been reported on.'
  }
}

function itemWords({ part, step }: ToTell, toId: PersonId, on: Day): string {
  const { request, leads } = step
  const what = [request.ref, request.text].filter(Boolean).join(' ')
  if (part === 'lead') {
    const { inPlaceOf } = leads.find(({ personId }) => personId === toId) ?? {}
    return [what, leadTiming(step, on), ...(inPlaceOf ? [`You stand in for ${inPlaceOf}.`] : [])].join('\n')
  }
  const who = leads.length > 0 ? `Asked: ${leads.map(({ name }) => name).join(', ')}.` : 'Nobody is known to lead it.'
  const unreached =
    leads.length > 0 && !leads.some(({ email, text }) => email ?? text) ? ' No address of theirs is known.' : ''
  return `${what}\nDue ${longDay(request.dueOn)}. ${who}${unreached}`
}

function leadTiming({ step, request: { window } }: ToTell['step'], on: Day): string {
  const { dueOn, dueStepOn, meetingOn, closesOn } = window
  if ((step === 'ask' || step === 'remind') && !isBefore(meetingOn ? dueStepOn : dueOn, on)) {
    const meeting = meetingOn ? ` It goes to the meeting of ${longDay(meetingOn)}.` : ''
    return `Wanted by ${longDay(meetingOn ? dueStepOn : dueOn)}.${meeting}`
  }
  const when = isBefore(dueOn, on) ? 'It was due on' : 'It is due on'
  return `${when} ${longDay(dueOn)}. It can be sent until ${longDay(closesOn)}.`
}

function closing(count: number): string {
  return count === 1
    ? 'The link opens this one update, without an account. Whoever has it can write in your name: pass it to nobody.'
    : 'Each link opens its one update, without an account. Whoever has it can write in your name: pass it to nobody.'
}

function wantedBy({ step: { request } }: ToTell) {
  return request.window.meetingOn ? request.window.dueStepOn : request.dueOn
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text
}
