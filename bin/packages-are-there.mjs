// Ends well when node_modules holds what package-lock.json asks for, so that nothing is installed a second time.
import { readFileSync } from 'node:fs'

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).packages

try {
  const wanted = read('../package-lock.json')
  const there = read('../node_modules/.package-lock.json')
  const isMissing = (path) => path !== '' && !wanted[path].optional && there[path]?.version !== wanted[path].version
  const isOther = (path) => there[path].version !== wanted[path]?.version
  process.exitCode = Object.keys(wanted).some(isMissing) || Object.keys(there).some(isOther) ? 1 : 0
} catch {
  process.exitCode = 1
}
