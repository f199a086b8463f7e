import { readFileSync } from 'node:fs'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { codeOf } from './problem.ts'

/** Settings that somebody could come in by; each may stand in a file instead, named by the setting with `_FILE` after its name. */
export const SECRET_SETTINGS = ['SECRET', 'SECRET_BEFORE', 'DATABASE_URL', 'SMTP_URL', 'NOTIFY_KEY'] as const

type Environment = Readonly<Record<string, string | undefined>>

/** The environment with what the files say: one line each, as a vault, systemd or a container's secrets hand it over. */
export function withSecretFiles(
  environment: Environment,
): Result<Environment, { readonly kind: 'bad-setting'; readonly message: string }> {
  const no = (message: string) => refuse({ kind: 'bad-setting', message } as const)
  const read: Record<string, string> = {}
  for (const name of SECRET_SETTINGS) {
    const path = environment[`${name}_FILE`]
    if (!path) continue
    if (environment[name]) return no(`Set ${name} or ${name}_FILE, not both.`)
    try {
      read[name] = readFileSync(path, 'utf8').trim()
    } catch (problem) {
      return no(`${name}_FILE leads to ${path}, which cannot be read (${codeOf(problem)}).`)
    }
    if (read[name] === '') return no(`${name}_FILE leads to ${path}, which is empty.`)
  }
  return ok({ ...environment, ...read })
}
