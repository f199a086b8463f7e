import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { execPath } from 'node:process'
import type { Readable, Writable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'

export type ChildLimits = { readonly milliseconds: number; readonly residentBytes: number }

type Child = ChildProcessByStdio<Writable, Readable, Readable>

const LOOK_EVERY_MILLISECONDS = 50

/**
 * Hands an order to a printing process of its own and waits for the file.
 *
 * @throws Error that names the limit, when the process went over one and was killed; Error with the process's own last
 *   words, when it failed
 */
export async function runPaperChild(order: string, limits: ChildLimits): Promise<Uint8Array> {
  const child = spawn(execPath, ['--disable-warning=ExperimentalWarning', `${import.meta.dirname}/paper-child.ts`], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {},
  })
  const watch = watchLimits(child, limits)
  try {
    const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
    child.stdin.on('error', () => undefined) // the process ended before it read: its end says why
    child.stdin.end(order)
    const [pdf, complaint, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
    if (watch.breach !== null) throw new Error(watch.breach)
    if (code !== 0) throw new Error(`The paper could not be printed: ${complaint.trim()}`)
    return pdf
  } finally {
    watch.stop()
  }
}

function watchLimits(child: Child, limits: ChildLimits) {
  const watch: { breach: string | null; readonly stop: () => void } = { breach: null, stop }
  const end = (breach: string) => {
    watch.breach ??= breach
    child.kill('SIGKILL')
  }
  const tooLong = setTimeout(() => end(`Printing took more than ${limits.milliseconds} ms`), limits.milliseconds)
  const look = setInterval(() => {
    if (residentBytes(child.pid) > limits.residentBytes) end(`Printing took more than ${limits.residentBytes} bytes`)
  }, LOOK_EVERY_MILLISECONDS)
  function stop() {
    clearTimeout(tooLong)
    clearInterval(look)
  }
  return watch
}

/** 0 where the system does not tell, or the process is gone. */
function residentBytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
