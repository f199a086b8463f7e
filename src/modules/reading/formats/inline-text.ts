import { valueAt } from '../../../kernel/value-at.ts'

const TAGS = /<\/?(?:p|br|b|strong|i|em|u|sup|sub|span|div|small)\s*\/?>/gi
const STRUCK = /<\/?(?:s|del|strike)\s*>/gi
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  pound: '£',
  euro: '€',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  times: '×',
  copy: '©',
  reg: '®',
  trade: '™',
  half: '½',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  eacute: 'é',
  egrave: 'è',
  ccedil: 'ç',
  ouml: 'ö',
  uuml: 'ü',
  rarr: '→',
  shy: '',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
}

/**
 * The words of a piece of Markdown: marks of emphasis and a short list of formatting tags are taken off, entities are read.
 * Any other tag is text and stays text. Struck-out words keep their tildes (`~~30 June~~`), so that no date is read from them.
 */
export function plainWords(markdown: string): string {
  let text = markdown
  if (text.includes('<')) text = text.replace(STRUCK, '~~').replace(TAGS, ' ')
  if (text.includes('&')) text = text.replace(/&(?:#(\d{1,7}|x[0-9a-f]{1,6})|([a-z]{2,6}\d{0,2}));/gi, readEntity)
  if (text.includes('*')) text = text.replace(/(?<=[\p{L}\p{N}])\*\*+(?=[\p{L}\p{N}])/gu, ' ').replaceAll('**', '')
  if (text.length < LONGEST_MARKED && text.includes('*')) text = withoutStars(text)
  if (text.includes('\\')) text = text.replace(/\\([\\`*_{}[\]()#+\-.!|>~&])/g, '$1')
  return squeeze(text)
}

/** A longer text is not searched for pairs of stars. */
const LONGEST_MARKED = 20_000

/** Stars around words mark them; a star that only ends a word points to a note, and stays. */
function withoutStars(text: string): string {
  const trimmed = text.trim()
  const stars = trimmed.split('*').length - 1
  if (/^\*(?=\S)/.test(trimmed) && stars % 2 === 0)
    return trimmed.replace(/(?<![\p{L}\p{N}])\*|\*(?![\p{L}\p{N}])/gu, '')
  return text.replace(/(^|[\s(“"'])\*(?=\S)([^*\n]*[^\s*])\*(?=$|[\s.,;:)!?”"'])/g, '$1$2')
}

/** One space between words and none around them. */
export function squeeze(text: string): string {
  // Most words are set so already, and looking is quicker than replacing.
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}

function readEntity(whole: string, code: string | undefined, name: string | undefined): string {
  if (name !== undefined) return valueAt(ENTITIES, name.toLowerCase()) ?? whole
  const point = Number(code?.replace(/^x/i, '0x'))
  return point >= 32 && point < 0x110000 && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : whole
}
