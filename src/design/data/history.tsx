import type { Child } from '../child.ts'

export type HistoryEntry = {
  readonly who: string
  /** as the reader sees it: "30 September 2014 at 14:05" */
  readonly when: string
  readonly what: Child
  readonly detail?: Child
}

/** Who did what, and when; newest first is the caller's choice. */
export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <ol class="trellis-history">
      {entries.map(({ who, when, what, detail }) => (
        <li class="trellis-history__entry">
          <p class="trellis-history__what">{what}</p>
          <p class="trellis-history__who">
            {who}, {when}
          </p>
          {detail && <div class="trellis-history__detail">{detail}</div>}
        </li>
      ))}
    </ol>
  )
}
