import { judgeReading } from './judge-reading.ts'

/** The process in which broken documents are read, one after another; whatever it throws is the finding. */
process.on('message', async (document) => {
  if (typeof document !== 'object' || document === null || !('name' in document) || !('content' in document)) return
  const { name, content } = document
  if (typeof name !== 'string' || !(content instanceof Uint8Array)) return
  let problem: string | null
  try {
    problem = await judgeReading({ name, content })
  } catch (error) {
    problem = `threw ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' ') : String(error)}`
  }
  process.send?.({ problem })
})
process.on('disconnect', () => process.exit(0))
