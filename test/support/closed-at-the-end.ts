import { after } from 'node:test'

const open = new Set<() => Promise<void>>()

after(closeAll)

/** Closes what is still open; for a script that is no test, and ends only then. */
export async function closeAll(): Promise<void> {
  for (const close of [...open].reverse()) await close()
}

/**
 * What a test opens and closes itself, closed also when the test fails before it comes to that: a process with a browser or a server
 * still open never ends, and the run of all tests waits for it.
 */
export function closedAtTheEnd<Opened extends { readonly close: () => Promise<void> }>(opened: Opened): Opened {
  const close = async () => {
    if (open.delete(close)) await opened.close()
  }
  open.add(close)
  return { ...opened, close }
}
