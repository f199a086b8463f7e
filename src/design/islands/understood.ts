const PAUSE = 300

/**
 * `<trellis-understood for="timescale" src="…">`: says what the words in a box are understood as, while they are written. Those of a
 * box of many lines are read once they are saved.
 */
class Understood extends HTMLElement {
  connectedCallback(): void {
    const box = document.getElementById(this.getAttribute('for') ?? '')
    const words = this.querySelector('p')
    const source = this.getAttribute('src')
    if (!words || !source) return
    words.setAttribute('role', 'status')
    const say = async (address: string, isLast: () => boolean) => {
      const answer = await ask(address)
      if (answer !== null && isLast()) words.textContent = answer
    }
    if (box instanceof HTMLTextAreaElement) box.form?.addEventListener('trellis-saved', () => say(source, () => true))
    if (!(box instanceof HTMLInputElement)) return
    let pause = 0
    let asked = 0
    box.addEventListener('input', () => {
      clearTimeout(pause)
      pause = window.setTimeout(() => {
        asked += 1
        const mine = asked
        const joint = source.includes('?') ? '&' : '?'
        void say(`${source}${joint}words=${encodeURIComponent(box.value)}`, () => mine === asked)
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
