const BEGINS_FORMULA = /^'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * Text for a file that spreadsheet programs open without asking: what they could take for a formula, full-width signs and leading
 * spaces included, gets an apostrophe before it; so does text that has apostrophes there already, so that {@link undoFormulaMark}
 * gives back every text as it was.
 */
export function markFormula(text: string): string {
  return BEGINS_FORMULA.test(text) ? `'${text}` : text
}

export function undoFormulaMark(text: string): string {
  return text.startsWith("'") && BEGINS_FORMULA.test(text) ? text.slice(1) : text
}
