/** What the address in `src` answers: the version now kept, or what is wrong. */
type Answer = { readonly version?: number; readonly problem?: string; readonly said?: string }

/**
 * `<trellis-autosave src="…">` around a form: each box is saved when it is left, and says so beside it. The form's own button still
 * saves all of it, and goes on.
 */
class Autosave extends HTMLElement {
  private saving: Promise<void> = Promise.resolve()

  connectedCallback(): void {
    const form = this.querySelector('form')
    const source = this.getAttribute('src')
    if (!form || !source) return
    form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLElement)) return
      this.saving = this.saving.then(() => this.save(form, source, target))
    })
    form.addEventListener('submit', (event) => this.sendWhenSaved(event, form))
  }

  private async save(form: HTMLFormElement, source: string, box: HTMLElement): Promise<void> {
    const note = noteBeside(box)
    note.textContent = 'Saving…'
    const answer = await send(source, form)
    note.textContent = answer.problem ?? answer.said ?? 'Saved'
    note.toggleAttribute('data-problem', answer.problem !== undefined)
    const version = form.querySelector<HTMLInputElement>('input[name=version]')
    if (answer.version !== undefined && version) version.value = String(answer.version)
    if (answer.problem === undefined) form.dispatchEvent(new CustomEvent('trellis-saved'))
  }

  /** A box that is still being saved has its version first, so that the form is not taken for somebody else's. */
  private sendWhenSaved(event: SubmitEvent, form: HTMLFormElement): void {
    if (form.dataset.isSaved === 'true') return
    event.preventDefault()
    const { submitter } = event
    // A form that is being sent takes no second sending until its event is over.
    void this.saving.then(() =>
      setTimeout(() => {
        form.dataset.isSaved = 'true'
        form.requestSubmit(submitter)
      }),
    )
  }
}

function noteBeside(box: HTMLElement): HTMLElement {
  const group = box.closest<HTMLElement>('.govuk-form-group') ?? box
  const known = group.querySelector<HTMLElement>(':scope > .trellis-saved')
  if (known) return known
  const note = document.createElement('p')
  note.className = 'trellis-saved'
  note.setAttribute('role', 'status')
  group.append(note)
  return note
}

async function send(source: string, form: HTMLFormElement): Promise<Answer> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  try {
    const response = await fetch(source, { method: 'POST', body: fields, headers: { accept: 'application/json' } })
    return response.ok ? await response.json() : { problem: NOT_SAVED }
  } catch {
    return { problem: NOT_SAVED }
  }
}

const NOT_SAVED = 'Not saved: press the button below to save'

customElements.define('trellis-autosave', Autosave)
