import { isIP } from 'node:net'
import { z } from 'zod'
import { ok, type Result, refuse } from './kernel/result.ts'
import { type MessageSettings, messageEnvironment, readMessageSettings } from './platform/messages/index.ts'
import { mayBePlainTo, plainConnections } from './platform/plain-connections.ts'
import { type ClamdAddress, parseClamdAddress } from './platform/scanner/clamd-address.ts'
import { withSecretFiles } from './platform/secret-files.ts'

/** Every setting, read and checked once at the start; docs/operations/install.md lists them for the person who installs. */
export type Config = {
  readonly port: number
  readonly host: string
  /** the folder of the embedded database, the secret and the files; made when it is missing */
  readonly dataDir: string
  /** the owner's address of a PostgreSQL server; null: the embedded database in `dataDir` */
  readonly databaseUrl: string | null
  /** true: an empty installation gets the demo partnership on its first start */
  readonly hasDemo: boolean
  /** what sessions and passwords of the database are derived from; null: a file in `dataDir`, made on first start */
  readonly secret: string | null
  /** the secret before `secret`, while what it signed and sealed is still about; null: there was none */
  readonly secretBefore: string | null
  /** how readers reach the pages, without a slash at the end */
  readonly baseUrl: string
  /** how many bytes of files one partnership may keep: documents handed over, and the evidence of updates */
  readonly mostStoredBytes: number
  /** connections to the database that pages may use at once in this process */
  readonly poolSize: number
  /** forms that one account may send in a minute, and by which the other limits go; 0 for no limit */
  readonly formsPerMinute: number
  /** where weaknesses may be told; null: nowhere is named */
  readonly securityContact: string | null
  /** addresses of the proxies that may say where a visitor comes from */
  readonly trustedProxies: readonly string[]
  /** true: log lines are JSON, for a server; false: lines for a person at a terminal */
  readonly hasJsonLog: boolean
  /** where ClamAV's daemon listens; null: files are not scanned for viruses */
  readonly clamd: ClamdAddress | null
  /** the ways out for messages */
  readonly messages: MessageSettings
}

export type BadSetting = { readonly kind: 'bad-setting'; readonly message: string }

const wholeNumber = (name: string, from: number, to: number) => {
  const error = `${name} must be a whole number from ${from} to ${to}.`
  return z
    .string()
    .regex(/^\d+$/, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(from, { error }).max(to, { error }))
}

const zeroOrOne = (name: string) =>
  z.enum(['0', '1'], { error: `${name} must be 0 or 1.` }).transform((value) => value === '1')

const address = (name: string, protocols: RegExp, example: string) =>
  z.string().refine((value) => protocols.test(value) && URL.canParse(value), {
    error: `${name} must be an address such as ${example}.`,
  })

const proxies = (name: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every(isProxy), {
      error: `${name} must be addresses such as 10.0.0.5 or 10.0.0.0/8, separated by commas.`,
    })

function isProxy(text: string): boolean {
  const [address = '', bits = '0'] = text.split('/')
  return text === 'loopback' || (isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= 128)
}

const hosts = (name: string) =>
  z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every((one) => /^[\w.:[\]-]+$/.test(one)), {
      error: `${name} must be names of machines such as db.lan or 10.0.0.5, separated by commas.`,
    })

const clamd = () =>
  z.string().transform((text, context) => {
    const at = parseClamdAddress(text)
    if (at !== 'bad') return at
    context.addIssue('CLAMD must be a socket such as /run/clamav/clamd.ctl, or an address such as 127.0.0.1:3310.')
    return z.NEVER
  })

const POSTGRES_EXAMPLE = 'postgres://trellis_owner:password@db.example.org/trellis?sslmode=verify-full'

const settings = z.object({
  PORT: wholeNumber('PORT', 0, 65_535).default(3000),
  HOST: z.string().default('localhost'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address('DATABASE_URL', /^postgres(ql)?:\/\//, POSTGRES_EXAMPLE).optional(),
  DEMO: zeroOrOne('DEMO').default(true),
  SECRET: z.string().min(32, { error: 'SECRET must be at least 32 characters long.' }).optional(),
  SECRET_BEFORE: z.string().min(32, { error: 'SECRET_BEFORE must be at least 32 characters long.' }).optional(),
  BASE_URL: address('BASE_URL', /^https?:\/\//, 'https://trellis.example.org').optional(),
  TRUSTED_PROXIES: proxies('TRUSTED_PROXIES').optional(),
  TRUST_PROXY: proxies('TRUST_PROXY').optional(),
  FORMS_PER_MINUTE: wholeNumber('FORMS_PER_MINUTE', 0, 1_000_000).default(240),
  SECURITY_CONTACT: address(
    'SECURITY_CONTACT',
    /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
    'mailto:security@example.org',
  ).optional(),
  STORAGE_LIMIT: wholeNumber('STORAGE_LIMIT', 1_000_000, 1_000_000_000_000_000).default(5_000_000_000),
  POOL_SIZE: wholeNumber('POOL_SIZE', 1, 200).default(10),
  LOG_JSON: zeroOrOne('LOG_JSON').optional(),
  CLAMD: clamd().optional(),
  WITHOUT_TLS: hosts('WITHOUT_TLS').default([]),
  PGHOST: z.string().default('localhost'),
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .refine((value) => value !== '0', {
      error:
        'NODE_TLS_REJECT_UNAUTHORIZED=0 would leave every certificate unchecked. Take it away, and set NODE_EXTRA_CA_CERTS to a file with the certificates you trust.',
    })
    .optional(),
  ...messageEnvironment,
})

/**
 * Reads the settings from an environment. An empty value counts as one that was not given.
 *
 * @param isTerminal  whether a person is looking at the output, which decides the look of the log when LOG_JSON is silent
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal = true,
): Result<Config, BadSetting> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value))
  const read = settings.safeParse(given)
  if (!read.success) {
    return refuse({ kind: 'bad-setting', message: read.error.issues.map((issue) => issue.message).join(' ') })
  }
  const { data } = read
  const mayBePlain = mayBePlainTo(data.WITHOUT_TLS)
  const messages = readMessageSettings(data, mayBePlain)
  if (!messages.ok) return refuse({ kind: 'bad-setting', message: messages.refusal.message })
  const ends = {
    databaseUrl: data.DATABASE_URL ?? null,
    databaseHost: data.PGHOST,
    clamd: data.CLAMD ?? null,
    notifyUrl: messages.value.notify?.url ?? null,
  }
  const plain = plainConnections(ends, mayBePlain)
  if (plain.length > 0) return refuse({ kind: 'bad-setting', message: plain.join(' ') })
  return ok({
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL ?? null,
    hasDemo: data.DEMO,
    secret: data.SECRET ?? null,
    secretBefore: data.SECRET_BEFORE ?? null,
    baseUrl: (data.BASE_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    mostStoredBytes: data.STORAGE_LIMIT,
    poolSize: data.POOL_SIZE,
    trustedProxies: data.TRUSTED_PROXIES ?? data.TRUST_PROXY ?? ['loopback'],
    formsPerMinute: data.FORMS_PER_MINUTE,
    securityContact: data.SECURITY_CONTACT ?? null,
    hasJsonLog: data.LOG_JSON ?? !isTerminal,
    clamd: data.CLAMD ?? null,
    messages: messages.value,
  })
}

/** The settings of this process, secrets in files among them. */
export function configOfProcess(): Result<Config, BadSetting> {
  const environment = withSecretFiles(process.env)
  return environment.ok ? readConfig(environment.value, Boolean(process.stdout.isTTY)) : environment
}

/** As {@link configOfProcess}; with a bad setting, says so in a sentence and ends with exit code 2. */
export function configOrExit(): Config {
  const config = configOfProcess()
  if (config.ok) return config.value
  process.stderr.write(`${config.refusal.message}\n`)
  process.exit(2)
}
