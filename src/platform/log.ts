/** How much a line matters, least first. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

type Fields = Readonly<Record<string, unknown>>
type Write = (fieldsOrWords: unknown, words?: string) => void

/** The log of this process, or of one request; Fastify takes it as its own (`loggerInstance`). */
export type Log = { readonly [Level in LogLevel]: Write } & {
  readonly level: string
  readonly silent: Write
  child(fields: Fields): Log
}

export type LogSettings = {
  /** lines of JSON for a server; otherwise lines for a person */
  readonly hasJsonLog: boolean
  /** lines below this are not written */
  readonly level?: LogLevel
  readonly write?: (line: string) => void
}

/** Makes a log that writes one line for each thing said, to standard error unless told otherwise. */
export function openLog(settings: LogSettings, fields: Fields = {}): Log {
  const lowest = settings.level ?? 'info'
  const write = settings.write ?? ((line: string) => process.stderr.write(`${line}\n`))
  const format = settings.hasJsonLog ? jsonLine : humanLine
  const at = (level: LogLevel): Write => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(lowest)) return silent
    return (fieldsOrWords, words) => write(format(level, entry(fields, fieldsOrWords, words)))
  }
  return {
    level: lowest,
    silent,
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
    child: (more) => openLog(settings, { ...fields, ...more }),
  }
}

function silent(): void {}

type Entry = { readonly words: string; readonly fields: Fields }

function entry(fields: Fields, fieldsOrWords: unknown, words?: string): Entry {
  if (typeof fieldsOrWords === 'string') return { words: fieldsOrWords, fields }
  if (fieldsOrWords instanceof Error) {
    return { words: words ?? fieldsOrWords.message, fields: { ...fields, err: described(fieldsOrWords) } }
  }
  const given = Object.entries(fieldsOrWords ?? {}).map(([name, value]) => [name, described(value)])
  return { words: words ?? '', fields: { ...fields, ...Object.fromEntries(given) } }
}

/** Errors, requests and replies hold far more than a log should keep. */
function described(value: unknown): unknown {
  if (value instanceof Error) return { type: value.name, message: value.message, stack: value.stack }
  if (typeof value !== 'object' || value === null) return value
  if ('method' in value && 'url' in value) return { method: value.method, url: value.url }
  if ('statusCode' in value) return { statusCode: value.statusCode }
  return value
}

function jsonLine(level: LogLevel, { words, fields }: Entry): string {
  return JSON.stringify({ time: new Date().toISOString(), level, msg: words, ...fields })
}

function humanLine(level: LogLevel, { words, fields }: Entry): string {
  const time = new Date().toTimeString().slice(0, 8)
  const mark = level === 'info' ? '' : `${level.toUpperCase()} `
  const { err, ...others } = fields
  const rest = Object.keys(others).length > 0 ? ` ${JSON.stringify(others)}` : ''
  const stack = typeof err === 'object' && err !== null && 'stack' in err ? `\n${err.stack}` : ''
  return `${time} ${mark}${words}${rest}${stack}`
}
