/** Asks before words in a form marked `data-keeps-words` are left behind unsent. */
export function keepWords(): void {
  for (const form of document.querySelectorAll('form[data-keeps-words]')) {
    let isUnsent = false
    form.addEventListener('input', () => {
      isUnsent = true
    })
    form.addEventListener('submit', () => {
      isUnsent = false
    })
    window.addEventListener('beforeunload', (event) => {
      if (isUnsent) event.preventDefault()
    })
  }
}
