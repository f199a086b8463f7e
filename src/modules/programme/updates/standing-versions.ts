import type { VersionFacts } from './update-steps.ts'

type Version = VersionFacts & { readonly correctsAccepted: boolean; readonly reportedAt: Temporal.Instant }

/**
 * The versions that stand: neither taken back nor sent back, and of corrections of an accepted update only those accepted. The one that
 * was first sent last comes first, so that correcting an old update never takes the place of a newer one. The database's view
 * `standing_update` says the same.
 */
export function standingVersions<V extends Version>(versions: readonly V[]): readonly V[] {
  return versions.filter(isStanding).toSorted(latestFirst)
}

export function isStanding({ verdict, withdrawal, correctsAccepted }: Version): boolean {
  if (withdrawal) return false
  return correctsAccepted ? verdict?.kind === 'accepted' : verdict?.kind !== 'sent-back'
}

function latestFirst(a: Version, b: Version): number {
  return Temporal.Instant.compare(b.reportedAt, a.reportedAt) || Temporal.Instant.compare(b.submittedAt, a.submittedAt)
}
