/** The code of a failure of the system or of the database: `ENOENT`, `57P03`; empty when it has none. */
export function codeOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : ''
}

/** What a failure says of itself. */
export function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem)
}
