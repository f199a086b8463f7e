/**
 * What reading a document gives: the shape that `bin/trellis read --json` prints (docs/operations/command-line.md).
 * Every word of the source is in a field here or in `notUnderstood`.
 */
export type PlanReading = {
  readonly source: Source
  readonly title: string | null
  readonly period: { readonly starts: string; readonly endsBefore: string } | null
  readonly levels: readonly string[]
  readonly parts: readonly PartReading[]
  readonly actions: readonly ActionReading[]
  readonly claims: readonly Claim[]
  readonly findings: readonly Finding[]
  readonly notUnderstood: readonly { readonly text: string; readonly where: Where }[]
  /** words that steered the reading and are in no field: column names, labels, repeated headings, page furniture */
  readonly recognised?: readonly Recognised[]
  /** tables that are no plan of actions, for what they are: nothing in them became an action */
  readonly tables?: readonly TableReading[]
  /** the document's own meaning of its short words */
  readonly glossary?: readonly GlossaryEntry[]
  /** tables of money, each read line by line and added up; the same tables are among `tables` */
  readonly funding?: readonly FundingReading[]
  /** the document's own meaning of its colours, where it prints one */
  readonly ratingKey?: readonly { readonly key: RatingKey; readonly text: string; readonly where: Where }[]
}

export type Recognised = { readonly text: string; readonly as: RecognisedAs; readonly where: Where }
export type RecognisedAs =
  | 'column'
  | 'label'
  | 'numbering'
  | 'repeated-heading'
  | 'page-furniture'
  | 'rating-key'
  | 'list-of-parts'
  | 'table-title'

export type TableReading = {
  readonly id: string
  readonly kind: TableKind
  /** the words directly before the table, where there are some */
  readonly title: string | null
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly where: Where
}

export type TableKind =
  | 'risk-register'
  | 'indicators'
  | 'funding'
  | 'glossary'
  | 'communication-plan'
  | 'consultation'
  | 'contents'
  | 'results'
  | 'contacts'
  | 'membership'
  | 'version-control'

export type GlossaryEntry = { readonly term: string; readonly meaning: string; readonly where: Where }

/** A table of money. An amount is in whole pence; `null` where the document does not know it, which is never 0. */
export type FundingReading = {
  /** the id of the table among `tables` */
  readonly table: string
  readonly title: string | null
  readonly periods: readonly string[]
  readonly lines: readonly {
    readonly name: string
    readonly amounts: readonly { readonly text: string; readonly pence: number | null }[]
    readonly where: Where
  }[]
  /** one for each period: what the lines come to, and what the document says they do */
  readonly totals: readonly FundingTotal[]
}

export type FundingTotal = {
  readonly period: string
  /** the sum of the amounts that are known; with `unknown` above 0 the total is at least this */
  readonly countedPence: number
  readonly unknown: number
  readonly claimedPence: number | null
  /** null where the document claims no total */
  readonly agrees: boolean | null
}

export type SourceFormat =
  | 'markdown'
  | 'text'
  | 'tsv'
  | 'csv'
  | 'docx'
  | 'odt'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'html'
  | 'pdf'
  | 'json'

export type Source = {
  readonly name: string
  readonly format: SourceFormat
  readonly bytes: number
  readonly sha256: string
}

/**
 * A place in the source, each part counted from 1; `endLine` is the last line, included. Where there is a page, lines are those of
 * the page; where there is a sheet, `row` is the sheet's own row.
 */
export type Where = {
  readonly line?: number
  readonly endLine?: number
  readonly page?: number
  readonly sheet?: string
  readonly row?: number
}

export type PartReading = {
  readonly id: string
  readonly parent: string | null
  /** 0 is the outermost level */
  readonly level: number
  readonly ref: string | null
  readonly title: string
  readonly why: string | null
  readonly success: string | null
  readonly alignedPlans: readonly string[]
  /** what is promised here, point by point, where the part is a promise of a pledge */
  readonly points?: readonly string[]
  /** who leads the whole part, where a column's heading or a line says so */
  readonly leadWords?: string
  readonly where: Where
}

export type ActionReading = {
  readonly id: string
  readonly part: string | null
  readonly ref: string | null
  readonly text: string
  readonly measure: string | null
  readonly timescale: TimescaleReading | null
  /** the plan's own words for who leads, as the cell has them */
  readonly leadWords: string | null
  readonly leads: readonly LeadReading[]
  readonly progressRating: RatingReading | null
  readonly impactRating: RatingReading | null
  readonly narrative: string | null
  readonly disposal: { readonly kind: DisposalKind; readonly words: string } | null
  /** cells under columns that have no field of their own */
  readonly others?: readonly { readonly column: string; readonly text: string }[]
  readonly where: Where
  /** the words of the source this action was read from, as they stand there */
  readonly sourceText: string
}

export type LeadReading = { readonly text: string; readonly kind: LeadKind }
export type LeadKind = 'person' | 'post' | 'group' | 'organisation' | 'unknown'
/** `meaning` is what the document's own key says of the colour, where it has one. */
export type RatingReading = { readonly text: string; readonly key: RatingKey | null; readonly meaning?: string }
export type RatingKey = 'blue' | 'red' | 'amber' | 'green' | 'grey'

export type DisposalKind =
  | 'completed'
  | 'carried-forward'
  | 'merged'
  | 'stopped'
  | 'transferred'
  | 'not-reported'
  | 'in-progress'

/** The plan's own words for when, understood as a schedule. Month-only dates are due on the last day of the month. */
export type TimescaleReading = {
  readonly text: string
  readonly kind: TimescaleKind
  /** first day of a window, when the words name one: `2014-09-01` */
  readonly starts?: string
  readonly due: readonly DueDate[]
  readonly confidence: 'sure' | 'likely' | 'unsure'
  /** reasons in words, for the reader of the plan */
  readonly notes: readonly string[]
}

export type TimescaleKind = 'once' | 'recurring' | 'window' | 'ongoing' | 'relative' | 'unknown'
export type DueDate = { readonly on: string; readonly precision: DatePrecision }
export type DatePrecision = 'day' | 'month' | 'quarter' | 'term' | 'year'

export type Claim = {
  readonly text: string
  readonly figure: number
  readonly about: string
  readonly where: Where
}

/** A careful colleague's question about the plan; it never blocks. */
export type Finding = {
  readonly code: string
  readonly severity: 'question' | 'advice' | 'warning'
  readonly action: string | null
  readonly words: string | null
  readonly message: string
  readonly where: Where | null
  /** the field it stands beside; absent when it is about the plan, or about a passage of prose */
  readonly field?: FindingField
  /** every action it is asked of, when it is one question about several; `action` is the first of them */
  readonly actions?: readonly string[]
  /** the part it is asked of */
  readonly part?: string
  /** why a question of this code matters, for whoever meets it the first time */
  readonly why?: string
}

export type FindingField =
  | 'ref'
  | 'text'
  | 'measure'
  | 'timescale'
  | 'leads'
  | 'part'
  | 'why'
  | 'success'
  | 'narrative'
  | 'period'
