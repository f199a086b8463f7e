/** The words a visitor reads on a page's main part, in order, each space once. */
export function wordsOf(html: string): string {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? html
  return textOf(main)
}

/** The text of some markup, as a reader sees it. */
export function textOf(html: string): string {
  return unescapeHtml(html.replaceAll(/<(?:"[^"]*"|'[^']*'|[^'">])*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** What the summary of problems says, each with the field it leads to: `narrative: Say what has happened`. */
export function problemsOn(html: string): readonly string[] {
  const summary = /govuk-error-summary__list">(.*?)<\/ul>/s.exec(html)?.[1] ?? ''
  return [...summary.matchAll(/<a href="#([^"]*)">(.*?)<\/a>/gs)].map(
    ([, field, message = '']) => `${field}: ${textOf(message)}`,
  )
}

/** The value a field of the page holds: an input, a textarea, or the chosen option or radio; null when there is none. */
export function valueOn(html: string, name: string): string | null {
  const area = new RegExp(`<textarea[^>]* name="${name}"[^>]*>(.*?)</textarea>`, 's').exec(html)?.[1]
  if (area !== undefined) return unescapeHtml(area)
  const select = new RegExp(`<select[^>]* name="${name}"[^>]*>(.*?)</select>`, 's').exec(html)?.[1]
  if (select !== undefined) return attributeOf(/<option[^>]* selected[^>]*>/.exec(select)?.[0] ?? '', 'value')
  const inputs = html.match(new RegExp(`<input[^>]* name="${name}"[^>]*>`, 'g')) ?? []
  const chosen = inputs.find((input) => !/type="(radio|checkbox)"/.test(input) || / checked/.test(input))
  return chosen === undefined ? null : (attributeOf(chosen, 'value') ?? '')
}

/** The rows of every table with such a caption, each as the words of its cells; none when there is no such table. */
export function rowsOn(html: string, caption: string | RegExp): readonly (readonly string[])[] {
  const tables = [...html.matchAll(/<table.*?<\/table>/gs)].filter(([whole]) => {
    const words = textOf(/<caption[^>]*>(.*?)<\/caption>/s.exec(whole)?.[1] ?? '')
    return typeof caption === 'string' ? words === caption : caption.test(words)
  })
  return tables.flatMap(([table]) => {
    const body = /<tbody.*?<\/tbody>/s.exec(table)?.[0] ?? ''
    return [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<t[hd][ >].*?<\/t[hd]>/gs)].map(([cell]) => textOf(cell)),
    )
  })
}

/** The words from each element whose id begins so up to the next such element or the section's end. */
export function passagesOn(html: string, idBegins: string): readonly string[] {
  const [, ...passages] = html.split(new RegExp(`<[a-z0-9]+(?=[^<>]* id="${idBegins})`))
  return passages.map((passage) => textOf(`<a ${passage.split('</section>')[0]}`))
}

/** Where the links of a page lead, in order. */
export function linksOn(html: string): readonly string[] {
  return [...html.matchAll(/<a(?=[^>]* href="([^"]*)")/gs)].map(([, href = '']) => unescapeHtml(href))
}

function attributeOf(tag: string, name: string): string | null {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? null : unescapeHtml(value)
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
}
