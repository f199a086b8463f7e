import { type Carriers, outbox } from './carrier.ts'
import type { MessageSettings } from './message-settings.ts'
import { notifyCarrier } from './notify-carrier.ts'
import { smtpCarrier } from './smtp-carrier.ts'

/** The carrier of each channel. Mail goes by its own server if there is one. */
export function carriersOf({ smtp, notify }: MessageSettings, origin: string): Carriers {
  const mailTemplate = notify?.mailTemplate ?? null
  const textTemplate = notify?.textTemplate ?? null
  return {
    mail: smtp
      ? smtpCarrier(smtp, origin)
      : notify && mailTemplate
        ? notifyCarrier(notify, 'mail', mailTemplate)
        : outbox,
    text: notify && textTemplate ? notifyCarrier(notify, 'text', textTemplate) : outbox,
  }
}
