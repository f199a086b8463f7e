import type { PersonId } from '../../../kernel/id.ts'
import type { Scope, Tx } from '../../../platform/database/index.ts'
import type { Author } from '../../audit/index.ts'
import type { Member } from '../../people/index.ts'
import type { Action } from '../../plan/index.ts'
import type { ReportingPoint } from '../points/point.store.ts'
import { mayJudge } from '../programme.access.ts'
import { mayReport } from '../reporters.ts'

/** Whoever has an update before them: somebody signed in, or a lead by the link they were sent. */
export type UpdateWriter = Author &
  Scope & {
    readonly person: { readonly id: PersonId; readonly name: string }
    /** whether the report is theirs to write; asked in the transaction that writes it */
    readonly mayReport: (tx: Tx, point: ReportingPoint, action: Action) => Promise<boolean>
    readonly mayJudge: (action: Action, known: Parameters<typeof mayJudge>[2]) => boolean
    /** they can open the files that hang on it */
    readonly mayOpenFiles: boolean
  }

export function signedIn(member: Member): UpdateWriter {
  return {
    ...member,
    mayReport: (tx, _point, action) => mayReport(tx, member, action),
    mayJudge: (action, known) => mayJudge(member, action, known),
    mayOpenFiles: true,
  }
}
