/**
 * The child's side of `runChild`: takes the one message, answers it and ends. Progress may be told on the way.
 * A throw ends the process, which the parent sees.
 */
export function serveParent(answer: (message: unknown, tell: (progress: unknown) => void) => Promise<unknown>): void {
  process.once('message', async (sent) => {
    if (typeof sent !== 'object' || sent === null || !('message' in sent)) return
    const value = await answer(sent.message, (progress) => process.send?.({ progress }))
    process.send?.({ answer: value }, () => process.disconnect?.())
  })
}
