import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { firstNewer, judgePackages, type Packages } from './judge-packages.ts'

const audit = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      via: z.array(
        z.union([
          z.string(),
          z.object({ url: z.string(), severity: z.enum(['critical', 'high', 'moderate', 'low', 'info']) }),
        ]),
      ),
    }),
  ),
})
const outdated = z.record(z.string(), z.object({ current: z.string(), latest: z.string() }))
const times = z.record(z.string(), z.string())

const page = await readFile('docs/methods/packages.md', 'utf8')
const noted = [...page.matchAll(/^\| [^|]+ \| <(https:[^>]+)> \| \w+ \| (\d{4}-\d\d-\d\d) \|/gm)].map(
  ([, address = '', since = '']) => ({ address, since: Temporal.PlainDate.from(since) }),
)
const [weak, behind] = await Promise.all([weakPackages(), packagesBehind()])
const said = judgePackages(
  { weak: weak ?? [], noted, behind: behind ?? [] },
  Temporal.Now.plainDateISO('Europe/London'),
)

if (weak === null) said.push('The registry did not say which packages are weak.')
if (behind === null) said.push('The registry did not say which packages are behind.')
process.stdout.write(
  `${said.length === 0 ? 'All packages are as docs/methods/packages.md promises.' : said.join('\n')}\n`,
)
process.exitCode = weak === null || behind === null ? 2 : said.length === 0 ? 0 : 1

async function weakPackages(): Promise<Packages['weak'] | null> {
  const read = audit.safeParse(await npm('audit', '--audit=true'))
  if (!read.success) return null
  return Object.values(read.data.vulnerabilities).flatMap(({ name, via }) =>
    via.flatMap((one) =>
      typeof one === 'string' || one.severity === 'info' ? [] : [{ name, severity: one.severity, address: one.url }],
    ),
  )
}

async function packagesBehind(): Promise<Packages['behind'] | null> {
  const read = outdated.safeParse(await npm('outdated'))
  if (!read.success) return null
  const behind: Packages['behind'][number][] = []
  for (const [name, { current, latest }] of Object.entries(read.data)) {
    const all = times.safeParse(await npm('view', name, 'time'))
    if (!all.success) return null
    const since = current === latest ? null : firstNewer(current, all.data)
    if (since) behind.push({ name, version: current, since })
  }
  return behind
}

/** What npm answers as JSON; its exit code says nothing, for it is 1 when there is something to tell. */
function npm(...words: readonly string[]): Promise<unknown> {
  return new Promise((answered) => {
    execFile('npm', [...words, '--json'], { maxBuffer: 50_000_000 }, (_problem, stdout) => {
      try {
        answered(JSON.parse(stdout))
      } catch {
        // What is no JSON is no answer: whoever asked says that none came.
        answered(null)
      }
    })
  })
}
