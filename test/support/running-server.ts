import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Trellis in a process of its own, as `bin/start` starts it, on a data folder and a port of the test's. */
export type RunningServer = {
  readonly address: string
  readonly pid: number
  /** what it has said on standard error so far */
  readonly said: () => string
  hasEnded(): boolean
  /** as a power cut ends it: no chance to finish anything */
  kill(): Promise<void>
  /** as Ctrl+C ends it */
  stop(): Promise<void>
}

const ROOT = new URL('../..', import.meta.url).pathname
/** Compiled code is kept between starts, so that a test that starts forty servers spends its time on the test. */
const COMPILED = join(tmpdir(), 'trellis-test-compiled')

/** Starts a server and waits until it answers. */
export async function startServer(
  dataDir: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): Promise<RunningServer> {
  const child = spawn(process.execPath, [...nodeOptions, '--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: COMPILED,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      DEMO: '0',
      LOG_JSON: '1',
      FORMS_PER_MINUTE: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let said = ''
  child.stderr.on('data', (words) => {
    said += words
  })
  await welcomeOf(child, () => said)
  const endBy = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    address: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    said: () => said,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => endBy('SIGKILL'),
    stop: () => endBy('SIGINT'),
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('No port was given')
  return address.port
}

function welcomeOf(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (words) => {
      if (String(words).includes('Trellis is at')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${said()}`)))
  })
}
