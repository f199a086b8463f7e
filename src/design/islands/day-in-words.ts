import { MONTH_NAMES } from '../../kernel/month-names.ts'

/**
 * `<trellis-day-in-words>` around a date box: says the chosen day in words, because a browser set to American English shows
 * 1 April as 04/01, which a reader of this country takes for 4 January.
 */
class DayInWords extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('input')
    if (!box) return
    const words = this.querySelector('p') ?? document.createElement('p')
    words.className = 'trellis-day-in-words'
    const say = (): void => {
      words.textContent = inWords(box.value)
    }
    say()
    this.append(words)
    box.addEventListener('input', say)
  }
}

/** "30 September 2014" for "2014-09-30"; '' while no day is chosen. */
function inWords(value: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(value) ?? []
  const name = MONTH_NAMES[Number(month) - 1]
  return name === undefined ? '' : `${Number(day)} ${name} ${year}`
}

customElements.define('trellis-day-in-words', DayInWords)
