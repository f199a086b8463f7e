import { askLibrary, type Doors, type Knock } from '../doors.ts'
import { understoodHeaders } from '../keyring.ts'

/** One browser that is signed in. Its token, which would let anybody in, stays in the library. */
export type SessionSeen = {
  readonly id: string
  readonly since: Temporal.Instant
  readonly address: string | null
  readonly userAgent: string | null
  readonly way: string | null
}

type Kept = SessionSeen & { readonly token: string }

/** Where an account is signed in, latest first. */
export async function listSessions(doors: Doors, knock: Knock): Promise<readonly SessionSeen[]> {
  return (await keptSessions(doors, knock)).map(({ token: _, ...seen }) => seen)
}

/** Ends one of the account's sessions; one that is somebody else's, or none, is left alone. */
export async function endSession(doors: Doors, knock: Knock, sessionId: string): Promise<boolean> {
  const found = (await keptSessions(doors, knock)).find(({ id }) => id === sessionId)
  if (!found) return false
  return (await askLibrary(doors, '/revoke-session', knock, { token: found.token })).ok
}

export async function endOtherSessions(doors: Doors, knock: Knock): Promise<void> {
  await askLibrary(doors, '/revoke-other-sessions', knock, {})
}

async function keptSessions(doors: Doors, { headers }: Knock): Promise<readonly Kept[]> {
  const kept = await doors.accounts.api.listSessions({ headers: await understoodHeaders(headers, doors) })
  return kept
    .map(({ id, token, createdAt, ipAddress, userAgent, way }) => ({
      id,
      token,
      since: Temporal.Instant.fromEpochMilliseconds(createdAt.getTime()),
      address: ipAddress || null,
      userAgent: userAgent || null,
      way: way ?? null,
    }))
    .sort((a, b) => Temporal.Instant.compare(b.since, a.since))
}
