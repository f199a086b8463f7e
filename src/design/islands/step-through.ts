type Press = (item: HTMLElement, key: string) => boolean

/**
 * Lets `j` (or `n`) and `k` (or `p`) go through items, and hands every other key to the item that has the focus. Nobody who writes in a
 * box, or holds a key of the browser's own, is disturbed.
 */
export function stepThrough(items: () => readonly HTMLElement[], press: Press): void {
  for (const item of items()) item.tabIndex = -1
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target)) return
    const all = items()
    const at = all.findIndex((item) => item.contains(document.activeElement))
    const step = STEPS[event.key]
    if (step) {
      const next = all[at === -1 ? (step > 0 ? 0 : all.length - 1) : at + step]
      if (!next) return
      event.preventDefault()
      next.focus({ preventScroll: true })
      next.scrollIntoView({ block: 'nearest' })
      return
    }
    const item = all[at]
    if (item && press(item, event.key)) event.preventDefault()
  })
}

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, n: 1, k: -1, p: -1 }

/** Presses what a key names in an item; Enter is the item's own only while no button or link in it has the focus. */
export function pressIn(item: HTMLElement, key: string): boolean {
  if (key === 'Enter' && document.activeElement !== item) return false
  const named = [...item.querySelectorAll<HTMLElement>('[data-key]')].find((each) => each.dataset.key === key)
  named?.click()
  return named !== undefined
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
}
