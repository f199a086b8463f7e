import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOT = new URL('../..', import.meta.url).pathname

/** Runs `bin/trellis` on a data folder, in a process of its own; gives what it prints, and throws when it is refused. */
export function commandLine(dataDir: string, ...words: readonly string[]): Promise<string> {
  return commandLineWith({ DATA_DIR: dataDir }, ...words)
}

/** As {@link commandLine}, with these settings and no others. */
export async function commandLineWith(
  settings: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'src/surfaces/cli/main.ts', ...words], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...settings },
  })
  return stdout
}
