import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { ok, type Result, refuse } from '../../kernel/result.ts'

/** `milliseconds` are of the processor where the system tells them, so that a busy machine refuses nobody; three times as many by the clock. */
export type ChildLimits = { readonly milliseconds: number; readonly megabytes: number }
export type ChildRefusal = { readonly kind: 'took-too-long' | 'took-too-much-memory' | 'died' }

/** Linux counts the time of processes in hundredths of a second, whatever its own clock does. */
const TICKS_A_SECOND = 100
const TELLS_PROCESSOR_TIME = existsSync('/proc/self/stat')
const CLOCK_TO_PROCESSOR = 3

/** The loader of TypeScript, found from here and not from the folder a command is given in. */
const TYPESCRIPT = import.meta.resolve('tsx')

/**
 * Runs a program of this house in a process of its own, hands it one message and waits for its answer. The child is killed when it
 * takes longer, or holds more memory, than the limits allow; this process goes on meanwhile.
 *
 * @param entry  the child's file; it answers by `process.send({ answer })` and may tell progress by `process.send({ progress })`
 */
export function runChild(
  entry: string,
  message: unknown,
  limits: ChildLimits,
  onProgress: (progress: unknown) => void,
): Promise<Result<unknown, ChildRefusal>> {
  const heap = `--max-old-space-size=${Math.ceil(limits.megabytes * 0.75)}`
  const child = spawn(process.execPath, [heap, '--import', TYPESCRIPT, entry], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
  })
  return new Promise((resolve) => {
    let errors = ''
    const end = (result: Result<unknown, ChildRefusal>) => {
      clearTimeout(timer)
      clearInterval(watch)
      child.kill('SIGKILL')
      resolve(result)
    }
    const longest = TELLS_PROCESSOR_TIME ? CLOCK_TO_PROCESSOR * limits.milliseconds : limits.milliseconds
    const timer = setTimeout(() => end(refuse({ kind: 'took-too-long' })), longest)
    const watch = setInterval(async () => {
      if ((await residentMegabytes(child.pid)) > limits.megabytes) end(refuse({ kind: 'took-too-much-memory' }))
      else if ((await processorMilliseconds(child.pid)) > limits.milliseconds) end(refuse({ kind: 'took-too-long' }))
    }, 50)
    child.stderr?.on('data', (chunk) => {
      errors = (errors + chunk).slice(-4_000)
    })
    child.on('message', (sent) => {
      if (typeof sent !== 'object' || sent === null) return
      if ('answer' in sent) end(ok(sent.answer))
      else if ('progress' in sent) onProgress(sent.progress)
    })
    child.on('error', () => end(refuse({ kind: 'died' })))
    child.on('close', () =>
      end(
        refuse({
          kind: /heap out of memory|Allocation failed|FATAL ERROR/.test(errors) ? 'took-too-much-memory' : 'died',
        }),
      ),
    )
    child.send({ message }, (error) => {
      if (error) end(refuse({ kind: 'died' }))
    })
  })
}

/** What a process holds in memory; 0 where the system does not tell. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
}

/** The time of the processor that a process took, all its threads together; 0 where the system does not tell. */
async function processorMilliseconds(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [user = 0, system = 0] = stat.split(') ').at(-1)?.split(' ').slice(11, 13).map(Number) ?? []
  return ((user + system) * 1000) / TICKS_A_SECOND
}
