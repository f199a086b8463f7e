import { z } from 'zod'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { MayBePlain } from '../plain-connections.ts'
import type { NotifySettings } from './notify-carrier.ts'
import type { SmtpSettings } from './smtp-carrier.ts'

/** Which ways out an installation has; with none, its messages are kept and read in Trellis. */
export type MessageSettings = {
  readonly smtp: SmtpSettings | null
  readonly notify: NotifySettings | null
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

const template = (name: string) =>
  z
    .string()
    .regex(new RegExp(`^${UUID}$`), { error: `${name} must be the id of a template, as GOV.UK Notify shows it.` })
    .optional()

const url = (name: string, protocols: RegExp, example: string) =>
  z
    .string()
    .refine((value) => protocols.test(value) && URL.canParse(value), {
      error: `${name} must be an address such as ${example}.`,
    })
    .optional()

/** The settings of messages, each by itself; `config.ts` reads them with all others. */
export const messageEnvironment = {
  SMTP_URL: url('SMTP_URL', /^smtps?:\/\//, 'smtp://name:password@mail.example.org:587'),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'MAIL_FROM must be an address such as trellis@example.org or Trellis <trellis@example.org>.',
    })
    .optional(),
  NOTIFY_KEY: z
    .string()
    .regex(new RegExp(`^.+-${UUID}-${UUID}$`), { error: 'NOTIFY_KEY must be a key as GOV.UK Notify gives it out.' })
    .optional(),
  NOTIFY_MAIL_TEMPLATE: template('NOTIFY_MAIL_TEMPLATE'),
  NOTIFY_TEXT_TEMPLATE: template('NOTIFY_TEXT_TEMPLATE'),
  NOTIFY_URL: url('NOTIFY_URL', /^https?:\/\//, 'https://api.notifications.service.gov.uk'),
}

type Environment = { readonly [Name in keyof typeof messageEnvironment]?: string | undefined }

/** The ways out that checked settings describe; a sentence when some do not go together. */
export function readMessageSettings(
  { SMTP_URL, MAIL_FROM, NOTIFY_KEY, NOTIFY_MAIL_TEMPLATE, NOTIFY_TEXT_TEMPLATE, NOTIFY_URL }: Environment,
  mayBePlain: MayBePlain,
): Result<MessageSettings, { readonly kind: 'bad-setting'; readonly message: string }> {
  const no = (message: string) => refuse({ kind: 'bad-setting', message } as const)
  const hasTemplate = Boolean(NOTIFY_MAIL_TEMPLATE ?? NOTIFY_TEXT_TEMPLATE)
  if (SMTP_URL && !MAIL_FROM) return no('MAIL_FROM must be set with SMTP_URL: it says whom mail comes from.')
  if (hasTemplate && !NOTIFY_KEY) return no('NOTIFY_KEY must be set with the templates of GOV.UK Notify.')
  if (NOTIFY_KEY && !hasTemplate) return no('With NOTIFY_KEY, set NOTIFY_MAIL_TEMPLATE, NOTIFY_TEXT_TEMPLATE, or both.')
  if (SMTP_URL && NOTIFY_MAIL_TEMPLATE)
    return no('Mail goes one way: set SMTP_URL or NOTIFY_MAIL_TEMPLATE, and not both.')
  return ok({
    smtp:
      SMTP_URL && MAIL_FROM
        ? { url: SMTP_URL, from: MAIL_FROM, needsTls: !mayBePlain(new URL(SMTP_URL).hostname) }
        : null,
    notify: NOTIFY_KEY
      ? {
          key: NOTIFY_KEY,
          mailTemplate: NOTIFY_MAIL_TEMPLATE ?? null,
          textTemplate: NOTIFY_TEXT_TEMPLATE ?? null,
          url: NOTIFY_URL ?? null,
        }
      : null,
  })
}
