/** Which way is better; `context` has none: a high rate may be good finding or great need. */
export type Polarity = 'high' | 'low' | 'context'

export type KnownMeasure = { readonly key: string; readonly name: string; readonly better: Polarity }

/**
 * Measures of children's services by the words that name them, the narrower first.
 *
 * @see docs/methods/statements.md
 */
const MEASURES: readonly (readonly [RegExp, string, string, Polarity])[] = [
  [/\b(?:inequality |attainment |achievement )?gaps?\b/i, 'gap', 'a gap between groups', 'low'],
  [
    /\bneet\b[^.]{0,60}\bunknown|\bunknown\b[^.]{0,60}\bneet\b|\bactivity (?:is )?not known|'unknown'|‘unknown’|\bunknown (?:figure|rate|young)/i,
    'neet-unknown',
    'young people whose activity is not known',
    'low',
  ],
  [
    /\bneets?\b|\bnot in (?:education|employment)/i,
    'neet',
    'young people not in education, employment or training',
    'low',
  ],
  [
    /\beet\b|\bin (?:education|employment),? (?:education|employment|or|and)|\bparticipation\b/i,
    'eet',
    'taking part in education, employment or training',
    'high',
  ],
  [/\bre-?referr/i, 're-referrals', 're-referrals', 'low'],
  [
    /\bfirst[- ]time (?:young )?(?:entrants?|offenders?)|\bnew entran(?:ts?|ce)\b/i,
    'first-time-entrants',
    'first-time entrants to youth justice',
    'low',
  ],
  [/\bre-?offend|\boffending\b|\bcustod(?:y|ial)|\bconvict/i, 'offending', 'offending', 'low'],
  [
    /\b(?:three|3) ?(?:\+|or more) ?(?:placements?|moves|placement moves)|\bplacement moves\b|\b3\+/i,
    'three-placements',
    'children who moved three times or more',
    'low',
  ],
  [
    /\b(?:placement|long[- ]term) stability|\bsame placement\b/i,
    'stability',
    'children who stayed in one placement',
    'high',
  ],
  [
    /\bover 20 miles|\bmore than 20 miles|\boutside (?:the )?(?:area|borough|county)/i,
    'far-from-home',
    'children placed far from home',
    'low',
  ],
  [
    /\bsecond or (?:later|subsequent)|\bsubject to a plan for (?:more than|over|longer)|\b(?:plans?|plan) (?:of|for|lasting) (?:two|2) years or more/i,
    'long-plans',
    'long or repeated protection plans',
    'low',
  ],
  [
    /\bwithin \d+ (?:working )?(?:days|hours|weeks)|\b(?:in|on) time\b|\btimel(?:y|iness)|\breviewed\b|\bup[- ]to[- ]date\b|\bcompleted? (?:in|within)/i,
    'in-time',
    'work done in time',
    'high',
  ],
  [/\bpersistent(?:ly)? absen|\babsen(?:ce|t|ces|tees?)\b|\btruan/i, 'absence', 'absence from school', 'low'],
  [/\battend(?:ance|ed|ing)?\b/i, 'attendance', 'attendance', 'high'],
  [/\bexclu(?:sions?|ded)\b|\bsuspen(?:sions?|ded)\b/i, 'exclusions', 'exclusions', 'low'],
  [/\b(?:obes|overweight|excess weight|unhealthy weight)/i, 'obesity', 'children above a healthy weight', 'low'],
  [/\b(?:teenage|under[- ]18) (?:pregnan|concep|mother)/i, 'teenage-pregnancy', 'teenage conceptions', 'low'],
  [/\blow birth ?weight/i, 'low-birth-weight', 'low birth weight', 'low'],
  [/\bmortality|\bdeaths?\b|\bstillb/i, 'mortality', 'deaths', 'low'],
  [
    /\bself[- ]harm|\bhospital admissions?|\bemergency admissions?|\ba&e\b/i,
    'admissions',
    'admissions to hospital',
    'low',
  ],
  [/\bsmok(?:e|ing|ers?)\b|\balcohol|\bdrunk|\bsubstance|\bdrug/i, 'risks', 'smoking, drinking or drugs', 'low'],
  [/\b(?:tooth|dental) decay|\bdecayed\b/i, 'tooth-decay', 'tooth decay', 'low'],
  [
    /\bpoverty|\bworkless|\bunemploy|\bdepriv|\bhomeless|\btemporary accommodation/i,
    'poverty',
    'poverty or want',
    'low',
  ],
  [
    /\bcrime|\bviolen(?:ce|t)|\bbull(?:ying|ied)|\bdomestic abuse|\bgone missing|\bmissing (?:episodes?|from)/i,
    'harm',
    'harm',
    'low',
  ],
  [
    /\b(?:average|mean) time\b|\bwaiting|\bwaits?\b|\bcaseloads?|\bvacanc|\bturnover|\bagency (?:staff|workers)|\bsickness|\bcare proceedings|\badoption[^.]{0,40}\bdays|\boverdue|\bbacklog|\bcomplaints/i,
    'waiting',
    'waiting, vacancies or load',
    'low',
  ],
  [
    /\bbreast ?fe(?:ed|d)|\bimmunis|\bvaccin|\bmmr\b|\bscreen(?:ed|ing)\b|\bhealth assessments?|\bdental (?:checks?|assessments?)|\bdentist|\btake[- ]?up|\bregist(?:ration|ered)/i,
    'uptake',
    'take-up',
    'high',
  ],
  [/\blife expectancy/i, 'life-expectancy', 'life expectancy', 'high'],
  [
    /\bgcses?\b|\ba\* ?[-–] ?[cg]\b|\battain|\bachiev|\battainment 8|\bprogress 8|\bgood level of development|\bearly learning goals|\bpoints? scores?|\bexpected (?:level|standard|progress)|\blevels? of progress|\bphonics|\blevel [2-5]\b|\bkey stage|\bks[1-4]\b|\bqualification|\bpass rate/i,
    'attainment',
    'attainment',
    'high',
  ],
  [
    /\bgood or (?:better|outstanding)|\bsatisf|\bapprentices|\bemployed\b|\bfoster carers? recruited|\bfeel safe|\bwell[- ]?being score/i,
    'good-things',
    'a good result',
    'high',
  ],
  [
    /\bchild(?:ren)?(?:'s|’s)? protection|\bcp plans?|\bsubject to (?:a |cp |child )?(?:child protection )?plans?/i,
    'child-protection',
    'children with a protection plan',
    'context',
  ],
  [/\blooked[- ]after|\bin care\b|\bcla\b|\blac\b/i, 'looked-after', 'children looked after', 'context'],
  [/\breferrals?|\bin need\b|\bassessments?|\bconferences?/i, 'demand', 'demand for help', 'context'],
]

/** The measure that words name; null when they name none we know. */
export function measureIn(words: string): KnownMeasure | null {
  const found = MEASURES.find(([pattern]) => pattern.test(words))
  return found ? { key: found[1], name: found[2], better: found[3] } : null
}
