import { type Attributes, attributeOf, walkXml } from './walk-xml.ts'

/** How a cell looks, as its style and those it comes from say. */
export type OdsLook = {
  readonly fill: string | null
  readonly isBold: boolean
  readonly isStruck: boolean
  /** which parts of a date the cell shows; null where it shows no date */
  readonly date: DateShown | null
  readonly conditions: readonly OdsCondition[]
}
export type DateShown = { readonly day: boolean; readonly month: boolean; readonly year: boolean }
/** `cell-content()="Green"` and the style it puts on. */
export type OdsCondition = { readonly rule: string; readonly style: string }

export type OdsStyles = {
  readonly lookOf: (style: string) => OdsLook
  /** whether a style of letters strikes them out */
  readonly strikes: (style: string) => boolean
  /** whether a style of a whole sheet hides it */
  readonly hides: (style: string) => boolean
}

type Draft = {
  parent: string
  fill?: string | null
  bold?: boolean
  struck?: boolean
  data: string
  conditions: OdsCondition[]
  isHidden: boolean
}

/** How many styles one may come from, so that styles made to go in a circle end. */
const LONGEST_CHAIN = 12

/** Reads the styles of `styles.xml` and `content.xml`; of two with one name the later wins. False when one is broken. */
export function readOdsStyles(parts: readonly string[]): OdsStyles | false {
  const styles = new Map<string, Draft>()
  const dates = new Map<string, { day: boolean; month: boolean; year: boolean }>()
  for (const xml of parts) {
    let now: Draft | null = null
    let date: { day: boolean; month: boolean; year: boolean } | null = null
    let isBody = false
    const isWhole = walkXml(
      xml,
      {
        open: (name, attributes) => {
          if (name === 'body') isBody = true
          const at = (key: string) => attributeOf(attributes, key) ?? ''
          if (name === 'style' && at('name') !== '') {
            now = { parent: at('parent-style-name'), data: at('data-style-name'), conditions: [], isHidden: false }
            styles.set(at('name'), now)
          } else if (name === 'date-style') {
            date = { day: false, month: false, year: false }
            dates.set(at('name'), date)
          } else if (date && (name === 'day' || name === 'month' || name === 'year')) date[name] = true
          else if (now) readProperties(now, name, attributes)
        },
        close: (name) => {
          if (name === 'style') now = null
          if (name === 'date-style') date = null
        },
      },
      () => isBody,
    )
    if (!isWhole) return false
  }
  return answerFrom(styles, dates)
}

function readProperties(style: Draft, name: string, attributes: Attributes): void {
  const at = (key: string) => attributeOf(attributes, key)
  if (name === 'table-cell-properties') {
    const fill = at('background-color')
    if (fill !== undefined) style.fill = /^#[0-9a-f]{6}$/i.test(fill) ? fill.slice(1).toUpperCase() : null
  } else if (name === 'text-properties') {
    const line = at('text-line-through-style') ?? at('text-line-through-type')
    if (line !== undefined) style.struck = line !== 'none'
    const weight = at('font-weight')
    if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600
  } else if (name === 'table-properties') style.isHidden = at('display') === 'false'
  else if (name === 'map') style.conditions.push({ rule: at('condition') ?? '', style: at('apply-style-name') ?? '' })
}

function answerFrom(styles: ReadonlyMap<string, Draft>, dates: ReadonlyMap<string, DateShown>): OdsStyles {
  const looks = new Map<string, OdsLook>()
  const chainOf = (name: string) => {
    const chain: Draft[] = []
    for (let at = styles.get(name); at && chain.length < LONGEST_CHAIN; at = styles.get(at.parent)) chain.push(at)
    return chain
  }
  const makeLook = (name: string): OdsLook => {
    const chain = chainOf(name)
    return {
      fill: chain.find((each) => each.fill !== undefined)?.fill ?? null,
      isBold: chain.find((each) => each.bold !== undefined)?.bold ?? false,
      isStruck: chain.find((each) => each.struck !== undefined)?.struck ?? false,
      date: dates.get(chain.find((each) => each.data !== '')?.data ?? '') ?? null,
      conditions: chain[0]?.conditions ?? [],
    }
  }
  return {
    lookOf: (name) => {
      const known = looks.get(name) ?? makeLook(name)
      looks.set(name, known)
      return known
    },
    strikes: (name) => chainOf(name).some((each) => each.struck === true),
    hides: (name) => styles.get(name)?.isHidden ?? false,
  }
}
