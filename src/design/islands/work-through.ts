import { pressIn, stepThrough } from './step-through.ts'

/** `<trellis-work-through>` around a list to look through: `j` and `k` go on and back, other keys press the button they name. */
class WorkThrough extends HTMLElement {
  connectedCallback(): void {
    const items = () => [...this.querySelectorAll<HTMLElement>('[data-item]')]
    stepThrough(items, (item, key) => pressIn(item, key))
    // After an answer the page comes back at the next open item, which then has the keys.
    const here = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (here && this.contains(here)) here.focus({ preventScroll: true })
  }
}

customElements.define('trellis-work-through', WorkThrough)
