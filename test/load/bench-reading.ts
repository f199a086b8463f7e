import { readFileSync } from 'node:fs'
import { readInChild } from '../../src/modules/reading/index.ts'
import { LONG_DOCUMENTS, type LongDocument } from './long-documents.ts'

/** Says how long documents of each format take to be read, start of the child process included, and the most memory it held. */
const TICKS_A_SECOND = 100
const TIMES = Number(process.env.BENCH_TIMES ?? 7)

for (const document of LONG_DOCUMENTS) process.stdout.write(`${await measureReading(document)}\n`)

async function measureReading({ what, name, actions, wanted, make }: LongDocument): Promise<string> {
  const content = await make()
  const times: number[] = []
  const work: number[] = []
  let peak = 0
  for (let time = 0; time < TIMES; time++) {
    const watch = watchChildren()
    const began = performance.now()
    const read = await readInChild({ name, content })
    times.push(performance.now() - began)
    const { megabytes, processorMs } = watch.stop()
    peak = Math.max(peak, megabytes)
    work.push(processorMs)
    if (!read.ok) throw new Error(read.refusal.sentence)
    if (read.value.actions.length !== actions)
      throw new Error(`${name} has ${actions} actions, and ${read.value.actions.length} were read`)
  }
  const middle = middleOf(times)
  const figures = `middle ${middle.toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms, of the processor ${middleOf(work)} ms, ${peak.toFixed(0)} MB`
  const size = `${(content.length / 1024).toFixed(0)} kB`
  return `${what.padEnd(20)} ${size.padStart(8)}  ${figures}; wanted under ${wanted} ms${middle > wanted ? ': TOO SLOW' : ''}`
}

function middleOf(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
}

/** What this process's children took, looked at every five milliseconds: the most memory, and the time of the processor. */
function watchChildren(): { readonly stop: () => { megabytes: number; processorMs: number } } {
  let [megabytes, processorMs] = [0, 0]
  const timer = setInterval(() => {
    for (const child of childrenOf(process.pid)) {
      const status = readOrNothing(`/proc/${child}/status`)
      megabytes = Math.max(megabytes, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024)
      const [user = 0, system = 0] =
        readOrNothing(`/proc/${child}/stat`).split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? []
      processorMs = Math.max(processorMs, ((user + system) * 1000) / TICKS_A_SECOND)
    }
  }, 5)
  return {
    stop: () => {
      clearInterval(timer)
      return { megabytes, processorMs }
    },
  }
}

function childrenOf(pid: number): readonly string[] {
  return readOrNothing(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
}

/** A process may end between being listed and being looked at. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
