import { hash } from 'node:crypto'
import { type ConfigData, HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate'

/**
 * What is wrong with a whole page, in sentences; nothing when it is sound.
 * Every page a test visits goes through here, so a rule added here holds everywhere.
 */
export function checkPage(html: string, url: string): string[] {
  const page = html.replaceAll(/<!--.*?-->/gs, '')
  return [...outline(page), ...landmarks(page), ...leftovers(page), ...inlineCode(page), ...markup(page)].map(
    (problem) => `${url}: ${problem}`,
  )
}

function outline(page: string): string[] {
  const problems: string[] = []
  const h1s = page.match(/<h1[\s>]/g)?.length ?? 0
  if (h1s !== 1) problems.push(`has ${h1s} h1, and needs one`)
  if (!/<title>[^<\s][^<]*<\/title>/.test(page)) problems.push('has no title')
  if (!/<html[^>]* lang="[a-z]/.test(page)) problems.push('does not say its language')
  return problems
}

/** A page for somebody signed in also needs its navigation. */
function landmarks(page: string): string[] {
  const needed = page.includes('trellis-bar__visitor')
    ? ['header', 'nav', 'main', 'footer']
    : ['header', 'main', 'footer']
  return needed.filter((name) => !page.includes(`<${name}`)).map((name) => `has no <${name}>`)
}

/** Words that only a mistake in the code can have written. */
function leftovers(page: string): string[] {
  const found = page.match(/\bundefined\b|\bNaN\b|\[object [A-Z]\w*\]|\bInvalid Date\b/g) ?? []
  return [...new Set(found)].map((word) => `says "${word}"`)
}

/** Code and styles that stand in the page itself, which no page of ours has; the quick part of the check, for pages by the thousand. */
export function codeInPage(html: string): string[] {
  return inlineCode(html.replaceAll(/<!--.*?-->/gs, ''))
}

/** The policy the server sends forbids these; they would silently not work. */
function inlineCode(page: string): string[] {
  const tags = page.match(/<[a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>/g) ?? []
  const problems = tags.flatMap((tag) => {
    if (/\sstyle\s*=/.test(unquoted(tag))) return [`has a style attribute: ${tag}`]
    if (/\son[a-z]+\s*=/.test(unquoted(tag))) return [`has a script in an attribute: ${tag}`]
    if (/(href|src|action)\s*=\s*["']?\s*javascript:/i.test(tag)) return [`has a script in an address: ${tag}`]
    return []
  })
  if (/<style[\s>]/.test(page)) problems.push('has inline styles')
  if (/<script(?![^>]*\ssrc=)[^>]*>/.test(page)) problems.push('has an inline script')
  return problems
}

/** The tag without what its attributes say, so that words of the plan are not taken for attributes. */
function unquoted(tag: string): string {
  return tag.replaceAll(/"[^"]*"|'[^']*'/g, '""')
}

const RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The recommended set leaves these three out. A summary of problems may stand above the h1.
    'heading-level': ['error', { minInitialRank: 'any' }],
    'input-missing-label': 'error',
    'no-missing-references': 'error',
    // Cards on a phone undo a table's own roles, so the tables say them again.
    'no-redundant-role': 'off',
    // Radios and checkboxes of one question share its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // How the renderer writes things that mean the same.
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-raw-characters': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
    'require-sri': 'off',
  },
}

/** The rules, made ready once: to do so anew for each page takes as long as to check it. */
class RulesMadeReady extends StaticConfigLoader {
  readonly #ready = super.getConfigFor('page.html')

  override getConfigFor(): ResolvedConfig | Promise<ResolvedConfig> {
    return this.#ready
  }
}

const validator = new HtmlValidate(new RulesMadeReady(RULES))
/** Pages found sound in this process: what is refused, above all, comes back word for word. */
const sound = new Set<string>()

function markup(page: string): string[] {
  const sum = hash('sha256', page)
  if (sound.has(sum)) return []
  const problems = problemsOf(page)
  if (problems.length === 0) sound.add(sum)
  return problems
}

function problemsOf(page: string): string[] {
  const report = validator.validateStringSync(page)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ message, ruleId, line, column }) => `${message} (${ruleId}, line ${line}, column ${column})`),
  )
}
