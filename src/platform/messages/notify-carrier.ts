import { NotifyClient } from 'notifications-node-client'
import { z } from 'zod'
import { messageOf } from '../problem.ts'
import type { Carrier, Fate, HandedOver, Letter } from './carrier.ts'
import type { Channel } from './message.ts'

export type NotifySettings = {
  /** as GOV.UK Notify gives it out: a name, the service's id and the key, joined by hyphens */
  readonly key: string
  /** a template with the fields ((subject)) and ((body)); null: mail does not go this way */
  readonly mailTemplate: string | null
  /** a template with the field ((body)) */
  readonly textTemplate: string | null
  /** another place that speaks its language; null: GOV.UK Notify itself */
  readonly url: string | null
}

/** Mail or text messages by GOV.UK Notify. It keeps our id of a message, so that it can be asked after one. */
export function notifyCarrier({ key, url }: NotifySettings, channel: Channel, template: string): Carrier {
  const client = url ? new NotifyClient(url, key) : new NotifyClient(key)
  const send = async ({ id, to, subject, text }: Letter) =>
    channel === 'mail'
      ? client.sendEmail(template, to, { personalisation: { subject, body: text }, reference: id })
      : client.sendSms(template, to, { personalisation: { body: text }, reference: id })
  return {
    via: 'notify',
    handOver: async (letter) => {
      try {
        const { data } = await send(letter)
        return taken(data.id)
      } catch (problem) {
        return outcomeOf(problem)
      }
    },
    askAfter: async ({ id }) => {
      try {
        const { data } = await client.getNotifications(undefined, undefined, id)
        const [found] = data.notifications
        return found ? taken(found.id) : null
      } catch (problem) {
        return { outcome: 'unsure', words: outcomeOf(problem).words }
      }
    },
    // A question that fails is asked again at the next pass.
    fateOf: async (reference) => {
      const answer = await client.getNotificationById(reference).catch(() => null)
      return fateFrom(answer?.data.status ?? '')
    },
  }
}

/**
 * What a status of GOV.UK Notify means: null while it is still trying. A text message to another country is never said to have
 * arrived, only to be sent.
 *
 * @see https://docs.notifications.service.gov.uk/rest-api.html
 */
export function fateFrom(status: string): Fate | null {
  if (status === 'delivered') return { kind: 'delivered', status, isAddress: false }
  if (/^(permanent|temporary|technical)-failure$/.test(status))
    return { kind: 'returned', status, isAddress: status === 'permanent-failure' }
  return null
}

function taken(id: string): HandedOver {
  return { outcome: 'taken', words: 'GOV.UK Notify has taken it.', reference: id }
}

const notifyProblem = z.object({
  response: z.object({
    status: z.number(),
    data: z
      .object({ errors: z.array(z.object({ error: z.string(), message: z.string() })) })
      .optional()
      .catch(undefined),
  }),
})

/**
 * What an answer of GOV.UK Notify means. It says no for good where it names the reader's address or number; any other no is a
 * setting that somebody may mend, a limit of today, or its own trouble.
 *
 * @see https://docs.notifications.service.gov.uk/rest-api.html
 */
export function outcomeOf(problem: unknown): HandedOver {
  const read = notifyProblem.safeParse(problem)
  if (!read.success) return { outcome: 'unsure', words: messageOf(problem) }
  const { status, data } = read.data.response
  const errors = data?.errors ?? []
  const words = [status, ...errors.map(({ error, message }) => `${error}: ${message}`)].join(' ')
  const isAddress = status === 400 && errors.some(({ message }) => /^(email_address|phone_number) /.test(message))
  return isAddress ? { outcome: 'refused', words, isAddress } : { outcome: 'put-off', words }
}
