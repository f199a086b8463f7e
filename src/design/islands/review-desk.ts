import { pressIn, stepThrough } from './step-through.ts'

/**
 * `<trellis-desk>` around a document's page and what was read from it: the rows of the action that is looked at are lit and come into
 * sight, and a click on a row goes to its action.
 */
class ReviewDesk extends HTMLElement {
  connectedCallback(): void {
    const pane = this.querySelector<HTMLElement>('.trellis-pane')
    if (!pane) return
    const actions = () => [...this.querySelectorAll<HTMLElement>('.trellis-read')]
    stepThrough(actions, pressIn)
    this.addEventListener('focusin', ({ target }) => {
      const action = target instanceof Element ? target.closest<HTMLElement>('.trellis-read') : null
      if (action) this.light(pane, action)
    })
    pane.addEventListener('click', (event) => this.openActionOf(event))
    this.followScroll(pane, actions)
  }

  /** While nothing in the list has the focus, the action at the reading line is the one looked at. */
  private followScroll(pane: HTMLElement, actions: () => readonly HTMLElement[]): void {
    let isWaiting = false
    const look = (): void => {
      isWaiting = false
      if (this.contains(document.activeElement)) return
      const line = pane.getBoundingClientRect().bottom < innerHeight / 2 ? innerHeight / 2 : innerHeight / 4
      const action = actions().find((each) => each.getBoundingClientRect().bottom > line)
      if (action && action.getBoundingClientRect().top < innerHeight) this.light(pane, action)
    }
    addEventListener(
      'scroll',
      () => {
        if (isWaiting) return
        isWaiting = true
        requestAnimationFrame(look)
      },
      { passive: true },
    )
  }

  private light(pane: HTMLElement, action: HTMLElement): void {
    const rows = [...pane.querySelectorAll<HTMLElement>('[data-actions]')]
    const own = rows.filter((row) => row.dataset.actions?.split(' ').includes(action.id))
    if (own.length > 0 && own.every((row) => row.dataset.lookedAt !== undefined)) return
    for (const row of pane.querySelectorAll<HTMLElement>('[data-looked-at]')) delete row.dataset.lookedAt
    for (const row of own) row.dataset.lookedAt = 'true'
    const [first] = own
    if (!first || pane.matches(':hover')) return
    const top = first.getBoundingClientRect().top - pane.getBoundingClientRect().top
    if (top < HEAD || top > pane.clientHeight - HEAD) pane.scrollTop += top - pane.clientHeight / 3
  }

  private openActionOf({ target }: Event): void {
    if (!(target instanceof Element) || target.closest('a')) return
    const id = target.closest<HTMLElement>('[data-actions]')?.dataset.actions?.split(' ')[0]
    const action = id ? document.getElementById(id) : null
    if (!action || String(getSelection() ?? '') !== '') return
    action.focus({ preventScroll: true })
    action.scrollIntoView({ block: 'center' })
  }
}

/** The pane's own title covers so much of its top. */
const HEAD = 60

customElements.define('trellis-desk', ReviewDesk)
