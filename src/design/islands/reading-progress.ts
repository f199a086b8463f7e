/** What the address in `src` answers. `next` is where to go when the work is over. */
type Answer = {
  readonly label?: string
  readonly detail?: string
  readonly fraction?: number | null
  readonly next?: string | null
}

const EVERY = 1000

/** `<trellis-reading-progress src="/readings/12/progress">`: asks how far the work is, shows it, and goes on when it is over. */
class ReadingProgress extends HTMLElement {
  connectedCallback(): void {
    const source = this.getAttribute('src')
    if (source) void this.follow(source)
  }

  private async follow(source: string): Promise<void> {
    while (this.isConnected) {
      const answer = await ask(source)
      if (answer?.next) {
        location.assign(answer.next)
        return
      }
      if (answer) this.show(answer)
      await new Promise((resolve) => setTimeout(resolve, EVERY))
    }
  }

  private show({ label, detail, fraction }: Answer): void {
    const bar = this.querySelector('progress')
    if (bar && typeof fraction === 'number') bar.value = fraction
    this.write('.trellis-progress__share', typeof fraction === 'number' ? ` ${Math.floor(fraction * 100)}%` : '')
    this.write('.trellis-progress__words', label)
    this.write('.trellis-progress__detail', detail)
  }

  private write(where: string, words: string | undefined): void {
    const place = this.querySelector(where)
    if (place && words !== undefined && place.textContent !== words) place.textContent = words
  }
}

/** Nothing when the line is down: the next try may do better, and the page still has its link. */
async function ask(source: string): Promise<Answer | null> {
  try {
    const response = await fetch(source, { headers: { accept: 'application/json' } })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

customElements.define('trellis-reading-progress', ReadingProgress)
