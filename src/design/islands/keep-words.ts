/** Asks before words in a form marked `data-keeps-words` are left behind unsent, and gives back those a sign-in cut off. */
export function keepWords(): void {
  forgetWhatArrived()
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keeps-words]')) {
    const isBack = giveBack(form)
    let isUnsent = isBack
    form.addEventListener('input', () => {
      isUnsent = true
    })
    form.addEventListener('trellis-saved', () => {
      isUnsent = false
    })
    form.addEventListener('submit', () => {
      isUnsent = false
      sessionStorage.setItem(keyOf(form), JSON.stringify(fieldsOf(form).map(read)))
    })
    window.addEventListener('beforeunload', (event) => {
      if (isUnsent) event.preventDefault()
    })
  }
}

const KEPT = 'words of '

/** Whoever comes to the form from signing in was signed out while they wrote; anybody else has moved on. */
function giveBack(form: HTMLFormElement): boolean {
  const kept = sessionStorage.getItem(keyOf(form))
  sessionStorage.removeItem(keyOf(form))
  if (kept === null || URL.parse(document.referrer)?.pathname !== '/sign-in') return false
  const values: unknown = JSON.parse(kept)
  const fields = fieldsOf(form)
  if (!Array.isArray(values) || values.length !== fields.length) return false
  for (const [at, field] of fields.entries()) write(field, String(values[at]))
  form.prepend(notice())
  return true
}

type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What somebody fills in; never the form's own keys, and a browser lets nobody else choose a file. */
function fieldsOf(form: HTMLFormElement): FormField[] {
  return [...form.querySelectorAll<FormField>('textarea, select, input:not([type=hidden], [type=file])')]
}

function read(field: FormField): string {
  return isTick(field) ? String(field.checked) : field.value
}

function write(field: FormField, value: string): void {
  if (isTick(field)) field.checked = value === 'true'
  else field.value = value
}

function isTick(field: FormField): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
}

/** Words are kept for whoever wrote them, and for nobody who signs in after them. */
function keyOf(form: HTMLFormElement): string {
  return `${KEPT}${person()} for ${form.getAttribute('action')}`
}

function person(): string {
  return document.querySelector('.trellis-bar__person')?.textContent ?? ''
}

/** Once another page shows that somebody is signed in, what they sent has arrived, and what others left is not theirs. */
function forgetWhatArrived(): void {
  if (person() === '') return
  const here = new Set([...document.querySelectorAll<HTMLFormElement>('form[data-keeps-words]')].map(keyOf))
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(KEPT) && !here.has(key)) sessionStorage.removeItem(key)
  }
}

function notice(): HTMLElement {
  const words = document.createElement('p')
  words.className = 'govuk-inset-text'
  words.setAttribute('role', 'status')
  words.textContent =
    'You were signed out before this was sent. What you wrote is back: send it again, and choose again any file you added.'
  return words
}
