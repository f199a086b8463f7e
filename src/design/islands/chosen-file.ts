/** `<trellis-chosen-file>` around a file box: says the size of what was chosen. */
class ChosenFile extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('input')
    if (!box) return
    const words = document.createElement('p')
    words.className = 'trellis-chosen-file__words'
    words.setAttribute('role', 'status')
    this.append(words)
    box.addEventListener('change', () => {
      words.textContent = [...(box.files ?? [])].map((file) => `${file.name}, ${size(file.size)}`).join('; ')
    })
  }
}

/** "14 kB", "3.2 MB". */
function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

customElements.define('trellis-chosen-file', ChosenFile)
