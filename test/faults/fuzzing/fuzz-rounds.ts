import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chanceFrom } from './chance.ts'
import { mutateDocument } from './mutate-document.ts'
import { type StartingDocument, startingDocuments } from './starting-documents.ts'

/** A broken document that was neither read whole nor refused in a sentence, and the seed that makes it again. */
export type Broke = { readonly seed: number; readonly document: StartingDocument; readonly problem: string }
export type Rounds = {
  readonly seed: number
  readonly isEnough: (rounds: number) => boolean
  readonly tell: (broke: Broke) => void
}

const LONGEST = 10_000
const MOST_MEGABYTES = 1_000
const CHILD = fileURLToPath(new URL('./fuzz-child.ts', import.meta.url))

/** Breaks documents and has them read in a process of its own, until it is enough; answers how many were tried. */
export async function fuzzRounds({ seed, isEnough, tell }: Rounds): Promise<number> {
  const documents = await startingDocuments()
  let child = startChild()
  let rounds = 0
  for (; !isEnough(rounds); rounds++) {
    const chance = chanceFrom(seed + rounds)
    const start = chance.oneOf(documents)
    if (!start) break
    const document = mutateDocument(start, chance)
    const { problem, isOver } = await readIn(child, document)
    if (problem) tell({ seed: seed + rounds, document, problem })
    if (!isOver) continue
    child.kill('SIGKILL')
    child = startChild()
  }
  child.kill('SIGKILL')
  return rounds
}

function startChild(): ChildProcess {
  const execArgv = [`--max-old-space-size=${MOST_MEGABYTES * 0.75}`, '--import', 'tsx']
  return fork(CHILD, { serialization: 'advanced', execArgv, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
}

/** Has one document read; `isOver` when the process has to be replaced. */
function readIn(child: ChildProcess, document: StartingDocument): Promise<{ problem: string | null; isOver: boolean }> {
  return new Promise((resolve) => {
    let began = processorSeconds(child.pid)
    const end = (problem: string | null, isOver: boolean) => {
      clearInterval(watch)
      child.removeAllListeners()
      resolve({ problem, isOver })
    }
    let looks = 0
    const watch = setInterval(() => {
      const spent = processorSeconds(child.pid)
      if (++looks === 1) began = Math.min(began, spent)
      const { resident } = memoryOf(child.pid)
      if (resident > MOST_MEGABYTES) end(`held ${resident.toFixed(0)} MB`, true)
      // Time of the processor, not of the clock: a busy machine makes no reader slow.
      else if (spent - began > LONGEST / 1000 || looks > 1_200) end(`took over ${LONGEST / 1000} seconds`, true)
    }, 100)
    child.once('message', (answer) => {
      const problem =
        typeof answer === 'object' && answer !== null && 'problem' in answer ? answer.problem : 'no answer'
      // What a process holds from earlier documents is not this one's.
      end(typeof problem === 'string' ? problem : null, memoryOf(child.pid).resident > MOST_MEGABYTES / 2)
    })
    child.once('exit', (code, signal) => end(`its process ended (${code ?? signal})`, true))
    child.send(document)
  })
}

function memoryOf(pid: number | undefined): { resident: number } {
  return { resident: Number(/^VmRSS:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024 }
}

function processorSeconds(pid: number | undefined): number {
  const [user = 0, system = 0] = textOf(`/proc/${pid}/stat`).split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? []
  return (user + system) / 100
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
