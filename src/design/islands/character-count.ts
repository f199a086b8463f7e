/** `<trellis-character-count for="narrative" most="2000">`: says how many characters are left. */
class CharacterCount extends HTMLElement {
  connectedCallback(): void {
    const field = document.getElementById(this.getAttribute('for') ?? '')
    const words = this.querySelector('span')
    const most = Number(this.getAttribute('most'))
    if (!(field instanceof HTMLTextAreaElement) || !words || !most) return
    // The live words are a second element, so that a screen reader hears them after a pause and not at each key.
    const spoken = document.createElement('span')
    spoken.className = 'govuk-visually-hidden'
    spoken.setAttribute('role', 'status')
    this.append(spoken)
    let pause = 0
    const say = (): void => {
      const left = most - field.value.length
      words.textContent = charactersLeft(left)
      words.toggleAttribute('data-over', left < 0)
      clearTimeout(pause)
      pause = window.setTimeout(() => {
        spoken.textContent = words.textContent
      }, 1000)
    }
    field.addEventListener('input', say)
    if (field.value) say()
  }
}

function charactersLeft(left: number): string {
  const many = Math.abs(left)
  const characters = many === 1 ? 'character' : 'characters'
  return left < 0 ? `You have ${many} ${characters} too many` : `You have ${many} ${characters} left`
}

customElements.define('trellis-character-count', CharacterCount)
