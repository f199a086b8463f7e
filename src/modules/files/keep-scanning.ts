import { messageOf } from '../../platform/problem.ts'
import type { World } from '../../platform/world.ts'
import { findFilesToScan } from './scan.store.ts'
import { scanFile } from './scan-file.ts'

const PAUSE_MS = 30_000
const AT_ONCE = 20

/** Scans the files of any partnership that wait for it, one after another; returns how many it asked about. */
export async function scanWaitingFiles(world: World): Promise<number> {
  if (!world.scanner) return 0
  const files = await findFilesToScan(world.db, world.now(), AT_ONCE)
  for (const { partnershipId, fileId } of files) await scanFile(world, partnershipId, fileId)
  return files.length
}

/** Goes on asking about files that wait, until it is told to stop. Two processes may ask about one file; both keep the answer. */
export function keepScanning(world: World, tell: (problem: string) => void): () => void {
  if (!world.scanner) return () => undefined
  let timer: NodeJS.Timeout
  const round = async () => {
    await scanWaitingFiles(world).catch((problem: unknown) => tell(`Files could not be scanned: ${messageOf(problem)}`))
    timer = setTimeout(round, PAUSE_MS).unref()
  }
  timer = setTimeout(round, 0).unref()
  return () => clearTimeout(timer)
}
