import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What the veraPDF engine says of one file against one standard; `broken` lists each broken rule once. */
export type Verdict = {
  readonly file: string
  readonly standard: string
  readonly passes: boolean
  readonly checks: number
  readonly broken: readonly string[]
}

const DEBIAN_JARS = ['/usr/share/java/jaxb-api.jar', '/usr/share/java/jaxb-runtime.jar']

/**
 * Checks files against PDF/UA-1 and PDF/A-2a with the veraPDF engine, all in one Java machine.
 *
 * @param files  paths of PDF files
 * @returns two verdicts per file, PDF/UA-1 first, in the order given
 * @throws Error that says what to install, when Java's compiler or Debian's JAXB is missing: a check that cannot run fails
 */
export async function checkWithVeraPdf(files: readonly string[]): Promise<readonly Verdict[]> {
  const missing = DEBIAN_JARS.filter((jar) => !existsSync(jar))
  if (missing.length > 0) throw new Error(`veraPDF needs Debian's libjaxb-java: ${missing.join(' and ')} not found`)

  const jar = join(
    createRequire(import.meta.url).resolve('@opendataloader/pdf'),
    '../../lib/opendataloader-pdf-cli.jar',
  )
  const source = join(import.meta.dirname, 'VeraPdf.java')
  const quick = ['-Xshare:auto', '-XX:TieredStopAtLevel=1', '-Xmx1g']
  const { stdout } = await runJava([...quick, '-cp', [jar, ...DEBIAN_JARS].join(':'), source, ...files])
  return stdout.trim().split('\n').map(readVerdict)
}

async function runJava(argumentsGiven: readonly string[]): Promise<{ readonly stdout: string }> {
  try {
    return await promisify(execFile)('java', argumentsGiven, { maxBuffer: 64 * 1024 * 1024 })
  } catch (cause) {
    throw new Error("veraPDF did not run; it needs Debian's default-jdk-headless (for its compiler) and libjaxb-java", {
      cause,
    })
  }
}

function readVerdict(line: string): Verdict {
  const [file = '', standard = '', answer = '', checks = '', ...broken] = line.split('\t')
  if (answer !== 'passes' && answer !== 'fails') throw new Error(`veraPDF said what this reader does not know: ${line}`)
  return { file, standard, passes: answer === 'passes', checks: Number(checks), broken }
}
