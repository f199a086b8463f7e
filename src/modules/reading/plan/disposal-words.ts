import type { DisposalKind } from '../plan-reading.ts'

/** A next period, as plans write it: "2015/16", "the 15/16 plan", "next financial year", "next year's plan". */
const NEXT = String.raw`(?:the |this )?(?:(?:20)?\d\d\s?[/-]\s?(?:20)?\d{1,2}|next)(?:(?:['’]s)? (?:delivery |business |financial |municipal |school |academic )?(?:year|plan|period|programme)(?:['’]s)?(?: plan)?)?`
const THING = '(?:this|it|action|objective|task|project|piece of work|work|programme|scheme|milestone|activity)'
/** The rest of a clause, up to where it ends or other words have been understood; a point between figures ends nothing. */
const REST = String.raw`(?:[^.,;\n\u0001]|[.,](?=\d)){1,60}`

/** Words of a year-end narrative that say how an action ended, strongest first: where two claim the same words, the first has them. */
export const DISPOSAL_WORDS: readonly (readonly [DisposalKind, RegExp])[] = [
  [
    'not-reported',
    any(
      String.raw`\b(?:this |the )?(?:report|update|return|response)s? (?:is|are|remains?) (?:still )?(?:pending|awaited|outstanding|overdue)\b`,
      String.raw`\b(?:report|update)s? (?:still )?(?:awaited|outstanding|pending)\b`,
      String.raw`\bawaiting (?:an? |the |further )?update\b`,
      String.raw`\bno (?:report|update|response|return|information)(?: has been| was)? (?:received|provided|given|available|submitted)\b`,
      String.raw`\bnot (?:yet )?(?:been )?reported(?: on)?\b`,
      String.raw`^\s*(?:no (?:update|report|response|return)|nil return|tbc|to be confirmed|awaited|pending)\s*\.?\s*$`,
    ),
  ],
  [
    'stopped',
    any(
      String.raw`\bno longer (?:alive|valid|required|relevant|needed|applicable|viable|being (?:pursued|taken forward))(?: and valid)?\b`,
      String.raw`\b${THING} (?:has been |have been |was |were |is |is now )?(?:deleted|withdrawn|discontinued|stopped|removed|cancelled|abandoned|ceased|suspended)\b`,
      String.raw`\b(?:will not|not) (?:now )?(?:be )?(?:going ahead|go ahead|proceed(?:ing)?|taken forward|pursued)\b`,
    ),
  ],
  [
    'carried-forward',
    any(
      String.raw`\b(?:carr(?:y|ied|ying)|roll(?:ed|ing)?|brought) (?:this |it )?(?:forward|over)\b(?: (?:in)?to ${NEXT})?`,
      String.raw`\bc/f\b(?: to ${NEXT})?`,
      String.raw`\b(?:deferred|postponed|delayed|put back|moved) (?:un)?t(?:il|o) ${NEXT}`,
      String.raw`\bas part of (?:the )?\d\d(?:\d\d)?/\d\d(?:\d\d)? (?:delivery |business )?plan\b`,
      String.raw`\b(?:included|picked up|addressed|continued|taken up) in ${NEXT}`,
    ),
  ],
  [
    'merged',
    any(
      String.raw`\b(?:merged|combined|amalgamated|subsumed|incorporated|absorbed) (?:with|into|within)\b${REST}`,
      String.raw`\b(?:now part of|covered (?:by|under|in)|reported (?:under|with|in)|duplicates?(?: of)?|see|as for) (?:action |objective |row )?\d{1,2}\.\d{1,2}\b`,
    ),
  ],
  [
    'transferred',
    any(
      String.raw`\b(?:transferred|handed over|handed|passed) (?:over )?to (?!young|parents|families|children)${REST}`,
      String.raw`\b(?:responsibility|ownership)(?: for \w+(?: \w+){0,4})? (?:has |have )?(?:now )?(?:passed|moved|transferred) to\b${REST}`,
      String.raw`\b(?:${THING} (?:is|are|will be) )?now (?:led|owned|delivered|managed) by\b${REST}`,
    ),
  ],
  [
    'in-progress',
    any(
      String.raw`\b(?:draft|interim)(?: [\w-]+){0,3} (?:has been |have been |was |is )?(?:completed|produced|prepared|finished)\b`,
      String.raw`\b(?:not|never) (?:yet )?(?:been )?(?:fully )?(?:completed?|achieved|delivered|finished)\b`,
      String.raw`\b(?:part(?:ial)?ly|partially|nearly|almost|substantially) (?:completed?|achieved|delivered)\b`,
      String.raw`\b(?:still|yet|due|expected) to be (?:fully )?(?:completed|achieved|delivered|finali[sz]ed)\b`,
      String.raw`\bcurrently (?:being|under|in)\b|\bin progress\b|\b(?:is|are|remains?|still|work|now) (?:an )?(?:on-?going|under ?way|continuing)\b|^\s*(?:on-?going|under ?way)\b`,
      String.raw`\bon (?:track|target|schedule)\b|\bbehind schedule\b|\bnot (?:yet )?started\b|\bin the process of\b`,
    ),
  ],
  [
    'completed',
    any(
      String.raw`\b(?:this|it|reports?|actions?|objective)(?: (?:has|have|is|was|were|are))?(?: now| all)?(?: been)?(?: fully)? (?:completed?|achieved|delivered|finali[sz]ed)\b`,
      String.raw`\b(?:work|programme|plan|project|review|strategy|document) (?:has been|is|was)(?: now)?(?: fully)? (?:completed?|achieved|delivered|finali[sz]ed)\b`,
      String.raw`^\s*(?:action |now |all |fully )?(?:completed?|achieved|done|closed|accomplished|finished)\b`,
      String.raw`\b(?:has|have|was|were) (?:now |all )?(?:been )?(?:fully )?(?:completed|implemented|finali[sz]ed|accomplished)\b`,
      String.raw`\breports? (?:was |were |has been |have been )?(?:presented|submitted|taken) to\b${REST}`,
      String.raw`\b(?:prepared|produced|completed|written) and (?:submitted|presented|published|taken)(?: to\b${REST})?`,
      String.raw`\btook place (?:on|in)\b${REST}`,
    ),
  ],
]

function any(...patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'gi')
}
