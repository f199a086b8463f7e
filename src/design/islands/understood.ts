const PAUSE = 300

/** `<trellis-understood for="timescale" src="…">`: says what the words in a box are understood as, while they are written. */
class Understood extends HTMLElement {
  connectedCallback(): void {
    const box = document.getElementById(this.getAttribute('for') ?? '')
    const words = this.querySelector('p')
    const source = this.getAttribute('src')
    if (!(box instanceof HTMLInputElement) || !words || !source) return
    words.setAttribute('role', 'status')
    let pause = 0
    let asked = 0
    box.addEventListener('input', () => {
      clearTimeout(pause)
      pause = window.setTimeout(async () => {
        asked += 1
        const mine = asked
        const answer = await ask(`${source}?words=${encodeURIComponent(box.value)}`)
        if (answer !== null && mine === asked) words.textContent = answer
      }, PAUSE)
    })
  }
}

/** Nothing when the line is down: what is saved is read on the server in any case. */
async function ask(source: string): Promise<string | null> {
  try {
    const response = await fetch(source, { headers: { accept: 'application/json' } })
    if (!response.ok) return null
    const answer: { readonly words?: string } = await response.json()
    return answer.words ?? null
  } catch {
    return null
  }
}

customElements.define('trellis-understood', Understood)
