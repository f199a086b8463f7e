import { sha256 } from '../../../../../kernel/sha256.ts'
import { today, type World } from '../../../../../platform/world.ts'
import type { Member } from '../../../../people/index.ts'
import { signedIn } from '../../update-writer.ts'
import { findUpdateView } from '../../write-update/update-view.ts'
import { lastVersion } from '../../write-update/words-to-begin.ts'
import { type Foretold, foretell } from '../foretell.ts'
import type { AnswerRow } from '../read-answers.ts'
import { readRowKey, standsNow } from '../row-key.ts'

/** What will happen with each row as things stand now, and a mark by which a form tells that it was this that somebody saw. */
export type Looked = { readonly rows: readonly Foretold[]; readonly mark: string }

export async function lookAtAnswers(world: World, by: Member, rows: readonly AnswerRow[]): Promise<Looked> {
  const foretold: Foretold[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const pointId = readRowKey(row.key)?.pointId
    const view = pointId ? await findUpdateView(world, signedIn(by), pointId) : null
    const told = foretell(row, view, today(world))
    const isSecond = pointId !== undefined && seen.has(pointId) && told.fate !== 'not-found'
    foretold.push(isSecond ? { ...told, fate: 'refused', because: TWICE, changed: null, problems: [] } : told)
    if (pointId) seen.add(pointId)
  }
  return { rows: foretold, mark: sha256(JSON.stringify(foretold.map(markOf))) }
}

const TWICE = 'The sheet has this request twice. Keep the row that counts and leave out the other'

function markOf({ row, fate, problems, because, found, changed }: Foretold) {
  const now = found && standsNow(found.view.draft, lastVersion(found.view))
  return [row.line, fate, problems.map(({ message }) => message), because, changed?.at.toString() ?? '', now]
}
