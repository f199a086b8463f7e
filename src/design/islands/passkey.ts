/**
 * `<trellis-passkey options="…" does="make|show">` around a form: its button asks the device for a passkey, puts the device's
 * answer into the field `answer`, and sends the form. Where the browser knows no passkeys, the form is not there.
 */
class Passkey extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    const source = this.getAttribute('options')
    if (!form || !source) return
    if (!isKnownHere()) {
      this.replaceWith(said('This browser knows no passkeys.', this.getAttribute('does') === 'make'))
      return
    }
    form.hidden = false
    form.addEventListener('submit', (event) => {
      const answer = form.querySelector<HTMLInputElement>('input[name=answer]')
      if (answer?.value !== '') return
      event.preventDefault()
      void this.ask(source).then((given) => {
        if (given === null) return
        answer.value = given
        form.requestSubmit()
      })
    })
  }

  private async ask(source: string): Promise<string | null> {
    try {
      const response = await fetch(source, { method: 'POST', body: new URLSearchParams() })
      const options = await response.json()
      const made = this.getAttribute('does') === 'make' ? await make(options) : await show(options)
      return made instanceof PublicKeyCredential ? JSON.stringify(made.toJSON()) : null
    } catch {
      this.tell('No passkey was used. Try again, or go on without one.')
      return null
    }
  }

  private tell(words: string): void {
    const known = this.querySelector('[role=status]')
    const note = known ?? document.createElement('p')
    note.className = 'govuk-body'
    note.setAttribute('role', 'status')
    note.textContent = words
    if (!known) this.append(note)
  }
}

function isKnownHere(): boolean {
  return 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

function make(options: PublicKeyCredentialCreationOptionsJSON): Promise<Credential | null> {
  return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
}

/** A passkey stands for two factors, so the device must know its owner. */
function show(options: PublicKeyCredentialRequestOptionsJSON): Promise<Credential | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: 'required' })
  return navigator.credentials.get({ publicKey })
}

function said(words: string, isWorthSaying: boolean): HTMLElement {
  const note = document.createElement('p')
  note.className = 'govuk-body'
  note.textContent = isWorthSaying ? words : ''
  note.hidden = !isWorthSaying
  return note
}

customElements.define('trellis-passkey', Passkey)
