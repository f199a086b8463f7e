/** Days from the day a weakness is told of until a release without it. */
export const DAYS_TO_REPLACE = { critical: 3, high: 7, moderate: 30, low: 90 } as const

/** Days that a package may be behind the first newer version of it. */
export const MOST_DAYS_BEHIND = 180

export type Severity = keyof typeof DAYS_TO_REPLACE

export type Packages = {
  /** what the registry knows to be weak; `address` is the advisory's */
  readonly weak: readonly { readonly name: string; readonly severity: Severity; readonly address: string }[]
  /** weaknesses that the page tells of, and since when */
  readonly noted: readonly { readonly address: string; readonly since: Temporal.PlainDate }[]
  /** packages with a newer version, and the day the first of these came out */
  readonly behind: readonly { readonly name: string; readonly version: string; readonly since: Temporal.PlainDate }[]
}

/** A sentence for each promise of docs/methods/packages.md that is not kept. */
export function judgePackages({ weak, noted, behind }: Packages, today: Temporal.PlainDate): string[] {
  const isPast = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(today, day) > 0
  const since = new Map(noted.map((one) => [one.address, one.since]))
  return [
    ...weak.flatMap(({ name, severity, address }) => {
      const told = since.get(address)
      if (!told) return [`${name} is weak (${severity}, ${address}), and docs/methods/packages.md does not say so.`]
      const due = told.add({ days: DAYS_TO_REPLACE[severity] })
      return isPast(due) ? [`${name} is weak (${severity}, ${address}) and was to be replaced by ${due}.`] : []
    }),
    ...behind.flatMap(({ name, version, since: newer }) =>
      isPast(newer.add({ days: MOST_DAYS_BEHIND }))
        ? [`${name} ${version} has had a newer version since ${newer}, more than ${MOST_DAYS_BEHIND} days.`]
        : [],
    ),
  ]
}

/**
 * The day the first version after one came out, by the registry's times; null when none has. A version for trying out ("2.0.0-beta.1") counts
 * only after another such.
 */
export function firstNewer(version: string, times: Readonly<Record<string, string>>): Temporal.PlainDate | null {
  const isTrial = version.includes('-')
  const at = times[version] ?? ''
  const newer = Object.entries(times)
    .filter(([other]) => /^\d+\.\d+\.\d+/.test(other) && other !== version && (isTrial || !other.includes('-')))
    .filter(([other, time]) => isHigher(other, version) || (isTrial && sameNumbers(other, version) && time > at))
    .map(([, time]) => time)
    .sort()
  return newer[0] === undefined ? null : Temporal.PlainDate.from(newer[0].slice(0, 10))
}

const numbersOf = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)

function sameNumbers(one: string, other: string): boolean {
  return String(numbersOf(one)) === String(numbersOf(other))
}

function isHigher(one: string, other: string): boolean {
  const [left, right] = [numbersOf(one), numbersOf(other)]
  const at = left.findIndex((number, index) => number !== right[index])
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0)
}
