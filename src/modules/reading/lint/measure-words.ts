const DOCUMENT =
  'reports?|plans?|strateg(?:y|ies)|documents?|reviews?|recommendations?|programmes?|evaluations?|analysis|data|updates?|minutes|polic(?:y|ies)|audits?|papers?|outcomes'
const ONLY_DOCUMENT = new RegExp(
  `^(?:(?:a|an|the|of|and|or|on|in|for|to|its|their|with|&|\\/|final|draft|annual|revised|updated?|progress|performance|multi|agency|communications?|action|development|improvement|written|project|new|process|place|completion|posted|publication|produced|completed?|received|presented|published|implemented|implement|delivered|full|boards?|committees?|cabinet|executive|scrutiny|${DOCUMENT})\\b[\\s,&/-]*)+$`,
  'i',
)
/** "Progress report on …", "Report about …": whatever it is on, it is a report. */
const DOCUMENT_ON = new RegExp(
  `^(?!increase|decrease|reduction|number|more|fewer|rise|drop)(?:\\w+ ){0,3}(?:${DOCUMENT}) (?:on|about|of|into|from|to|covering)\\b`,
  'i',
)
/** "New models of …", "Revised system for …": something set up, which no child need notice. */
const PROCESS =
  /^(?:a |the )?(?:new|revised|updated|improved) (?:models?|systems?|process(?:es)?|frameworks?|pathways?|procedures?|arrangements?) (?:of|for|to|in)\b/i

/** Whether a measure names only a document or a process, so that nothing about children's lives would show it was met. */
export function isOnlyDocument(measure: string): boolean {
  const words = measure.trim()
  if (words.length > 300) return false
  if (words.length <= 120 && ONLY_DOCUMENT.test(withoutInitials(words))) return true
  return !/[\d%]/.test(words) && !hasNumber(words) && (DOCUMENT_ON.test(words) || PROCESS.test(words))
}

/** Whose document it is does not matter: "NWCB report" is a report. Words all in capitals may be initials no more than others. */
function withoutInitials(words: string): string {
  return /\p{Ll}/u.test(words) ? words.replace(/\b[A-Z]{2,6}\b/g, ' ').trim() : words
}

const NUMBER_WORDS =
  'zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?'
/** A figure, or a number in words; "one" only where it counts something: not in "one to one", "no one", "one another". */
const NUMBER = new RegExp(
  `\\d|\\b(?:${NUMBER_WORDS})\\b|(?<!\\b(?:no|any|every|each|to)[ -])\\bone\\b(?![ -](?:to|another|stop|off)\\b)`,
  'i',
)
/** Figures that name something and count nothing: a key stage, a level, a quarter, an age, a year. */
const NAMES =
  /https?:\S+|\[\^?\d+\]|\p{L}+\d[\p{L}\d]*|\b(?:ks ?[1-5]|key stages? [1-5]|l[1-8]|levels? \d(?: ?(?:&|and|or) ?\d)?|q[1-4]|phase \d|post[ -]?1[68]|ages? \d{1,2}(?: ?[-–] ?\d{1,2})?|aged \d{1,2}(?: ?(?:[-–]|to) ?\d{1,2})?|\d{1,2} ?[-–] ?\d{1,2} year olds?|(?:19|20)\d\d(?: ?[-/–] ?\d{2,4})?)\b/giu

/** "All women are tested" can be counted: one who is not, and it is not met. */
const EACH_ONE = /^(?:all|every|no(?! one)|none of)\b/i

/** Whether a measure says how many, in figures or in words. */
export function hasNumber(measure: string): boolean {
  return NUMBER.test(measure.slice(0, 5000).replace(NAMES, ' ')) || EACH_ONE.test(measure)
}

/** Whether a measure with a number also says where things stand today. */
export function hasBaseline(measure: string): boolean {
  const words = measure.slice(0, 5000).replace(NAMES, ' ')
  return (
    /\b(?:baselines?|from|currently|at present|today|starting|compared|now|was|up on|down on|than)\b/i.test(words) ||
    /\b(?:all|every|none|no|zero)\b|100 ?%/i.test(words)
  )
}
