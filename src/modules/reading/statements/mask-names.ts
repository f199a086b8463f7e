const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}'
const AGE = '(?:aged?|ages|under(?: the age of)?|over the age of|age of|below the age of|year|years)'

/** Figures that count nothing: dates, years, ages, key stages, references, money, telephone numbers, addresses. */
const NAMES: readonly RegExp[] = [
  /https?:\S{1,300}|\bwww\.\S{1,200}|(?<!\S)\S{1,80}@\S{1,80}/gi,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b(?:,? (?:19|20)\\d\\d)?`, 'gi'),
  new RegExp(`\\b${MONTH} '?\\d{2,4}\\b`, 'gi'),
  /\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g,
  /\b(?:19|20|21)\d\d ?[-/–] ?(?:(?:19|20|21)?\d\d|\d)\b/g,
  /(?<![\d,.£])\b(?:19|20|21)\d\d\b(?!,\d|\.\d| ?(?:%|per cent|percent))/g,
  /(?<![\d,.£])\b\d\d\/\d\d\b/g,
  /£ ?\d[\d,.]{0,15}(?: ?(?:million|billion|thousand|m|bn|k)\b)?|\b\d[\d,.]{0,12} ?(?:million |thousand )?(?:pounds|pence)\b/gi,
  /(?<![\d,.])\+?0\d{2,5}[ -]?\d{3,4}[ -]?\d{3,4}\b/g,
  /\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b/g,
  /\b(?:attainment|progress) 8\b/gi,
  /\b(?:ks|key stages?) ?[1-5](?: ?(?:[-–&,]|and|to) ?(?:ks ?|key stage )?[1-5](?![\d.%]))*/gi,
  /\b(?:level|grade|phase|section|tier|stage|part|article|page|figure|table|quarter|group|priority|objective|aim|action|goal|outcome|recommendation|regulation|schedule|appendix|annex|room|band|entry level|step|standard|question|item|category|option|term|round|wave|unit|ward|version|cycle|chapter|no\.?|number|ref\.?) \d{1,3}(?:\.\d{1,3})?\+?(?: ?(?:[-–&,/]|and|or|to) ?\d{1,3}(?:\.\d{1,3})?)*(?![\d%]| ?per ?cent)\b\+?/gi,
  /\b(?:levels|grades|phases|sections|tiers|stages|parts|articles|pages|priorities|objectives|aims|actions|goals|outcomes|recommendations) \d{1,3}(?:\.\d{1,3})?(?: ?(?:[-–&,/]|and|or|to) ?\d{1,3}(?:\.\d{1,3})?)+\b/gi,
  /\b(?:l|q|t|p|v|a|y|yr|cp|ss|s)\.? ?\d{1,3}(?: ?[-–&/] ?(?:[lqtpay])?\d{1,2})?\b/gi,
  /\b\d{1,2}\+? ?(?:good )?(?:gcses?|a\* ?[-–] ?[cg]|a ?levels?)/gi,
  new RegExp(`\\b${AGE} (?:of )?\\d{1,2}(?:½)?(?: ?(?:[-–/&]|to|and|or) ?\\d{1,2})*\\+?s?\\b`, 'gi'),
  /\b\d{1,2}(?: ?(?:[-–/&,]|to|and|or) ?\d{1,2})*\+?[- ]?(?:year|yr|month|week)s?[- ]?olds?\b/gi,
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?:[ ,-]{1,2}(?:(?:and|or|to)[ -])?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))?[- ]years?[- ]olds?\b/gi,
  /\b(?:post|pre|under|over|aged)[ -]?(?:1[0-9]|2[0-5]|[2-9])s?\b(?! ?(?:%|per ?cent))/gi,
  /\bbetween \d{1,3}(?:\.\d+)? and \d{1,3}(?:\.\d+)? (?:years|months|weeks|days)\b/gi,
  /\b\d{1,2} ?[-–] ?\d{1,2}(?:\+|s)?\b(?! ?(?:%|per ?cent))/g,
  /\b\d{1,3}(?:\.\d+)? ?[-–] ?\d{1,3}(?:\.\d+)? ?(?:%|per ?cent)/gi,
  /\b\d{1,3} ?\+(?! ?\d)/g,
  /\b\d{1,4}(?:st|nd|rd|th)\b(?: (?:out )?of \d{2,4})?/gi,
  /\b\d{1,3} ?\/ ?\d{1,3}(?: (?:authorities|councils))?\b/g,
  /\b\d{1,2} ?:\s?\d{1,2}\b|\b\d{1,2}(?:\.\d\d)? ?[ap]m\b/gi,
  /\b(?:covid|sars)[- ]?(?:cov)?[- ]?\d{1,2}\b|\b[a-z]{1,6}\d{1,4}[a-z]?\b/gi,
  /^\(?\d{1,2}(?:\.\d{1,2}){1,3}\)?\.?(?=\s|$)|^\d{1,2}[.)](?=\s)/g,
  /\(\d{1,2}\.\d{2}\)/g,
  /\bone[- ](?:to|on|by)[- ]one\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})\b(?! ?%)/gi,
]

/** The text at its full length, with every figure that counts nothing blotted out: places stay the same. */
export function maskNames(text: string): string {
  return NAMES.reduce((left, name) => left.replace(name, (words) => '#'.repeat(words.length)), text)
}
