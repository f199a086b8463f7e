/** `<trellis-chosen-file>` around a file box: takes a file that is dropped on it, and says the size of what was chosen. */
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
    this.takeDrops(box, words)
  }

  private takeDrops(box: HTMLInputElement, words: HTMLElement): void {
    const lift = (event: DragEvent): void => {
      event.preventDefault()
      this.toggleAttribute('data-over', event.type === 'dragover')
    }
    this.addEventListener('dragover', lift)
    this.addEventListener('dragleave', lift)
    this.addEventListener('drop', (event) => {
      lift(event)
      const dropped = event.dataTransfer?.files
      if (!dropped || dropped.length === 0) return
      if (dropped.length > 1 && !box.multiple) {
        words.textContent = `You dropped ${dropped.length} files. Drop one: each is read by itself`
        return
      }
      box.files = dropped
      box.dispatchEvent(new Event('change', { bubbles: true }))
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
