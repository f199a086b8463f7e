/** One row of a list of people and organisations, as its cells say it. */
export type ListRow = {
  /** where it stands in the file, counted from 1 */
  readonly line: number
  readonly name: string
  readonly email: string
  readonly mobile: string
  readonly organisation: string
  readonly organisationKind: string
  readonly post: string
}
