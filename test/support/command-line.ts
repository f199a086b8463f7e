import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ROOT = new URL('../..', import.meta.url).pathname

/** Runs `bin/trellis` on a data folder, in a process of its own; gives what it prints, and throws when it is refused. */
export async function commandLine(dataDir: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'src/surfaces/cli/main.ts', ...words], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
  })
  return stdout
}
