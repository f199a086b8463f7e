import type { LintAction, LintInput, Remark } from './lint-plan.ts'

const DOCUMENT =
  'reports?|plans?|strateg(?:y|ies)|documents?|reviews?|recommendations?|programmes?|evaluations?|analysis|data|updates?|minutes|polic(?:y|ies)|audits?|papers?|outcomes'
const ONLY_DOCUMENT = new RegExp(
  `^(?:(?:a|an|the|of|and|or|on|in|for|to|its|their|with|&|\\/|final|draft|annual|revised|updated?|progress|performance|multi|agency|communications?|action|development|improvement|written|project|eoh|new|process|place|produced|completed?|received|presented|published|implemented|implement|delivered|full|boards?|committees?|cabinet|executive|scrutiny|${DOCUMENT})\\b[\\s,&/-]*)+$`,
  'i',
)

/** Whether a measure names only a document or a process, so that nothing about children's lives would show it was met. */
export function isOnlyDocument(measure: string): boolean {
  return measure.length <= 120 && ONLY_DOCUMENT.test(measure.trim())
}

const NUMBER_WORDS =
  'zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?'
/** A figure, or a number in words; "one" only where it counts something: not in "one to one", "no one", "one another". */
const NUMBER = new RegExp(
  `\\d|\\b(?:${NUMBER_WORDS})\\b|(?<!\\b(?:no|any|every|each|to)[ -])\\bone\\b(?![ -](?:to|another|stop|off)\\b)`,
  'i',
)

/** Whether a measure says how many, in figures or in words. */
export function hasNumber(measure: string): boolean {
  return NUMBER.test(measure)
}

/** Questions about how each action will be judged. */
export function lintMeasures({ actions, has }: LintInput): Remark[] {
  if (has && !has.measure) {
    return actions.length === 0
      ? []
      : [
          {
            code: 'no-measures',
            severity: 'question',
            about: null,
            words: null,
            message:
              'No action in this plan says how it will be judged. How will you know that each has made a difference?',
          },
        ]
  }
  return [...actions.flatMap(lintMeasure), ...samePasted(actions)]
}

function lintMeasure(action: LintAction): Remark[] {
  const { measure } = action
  if (measure === null || measure === '') {
    return [
      {
        code: 'measure-missing',
        severity: 'warning',
        about: action,
        words: null,
        message: 'No measure is given. How will you know that this has been done and has helped?',
      },
    ]
  }
  if (isOnlyDocument(measure)) {
    return [
      {
        code: 'measure-is-a-document',
        severity: 'advice',
        about: action,
        words: measure,
        message: `“${measure}” will show that something was written or done. What would be different for children, and by how much?`,
      },
    ]
  }
  if (!hasNumber(measure)) {
    return [
      {
        code: 'measure-has-no-number',
        severity: 'advice',
        about: action,
        words: measure,
        message: 'This measure has no number in it. Where does it stand today, and what would be good enough?',
      },
    ]
  }
  return []
}

/** One question for each run of neighbours with the same measure, when it is long enough to look pasted. */
function samePasted(actions: readonly LintAction[]): Remark[] {
  const remarks: Remark[] = []
  for (let from = 0; from < actions.length; ) {
    const first = actions[from]
    let to = from + 1
    while (
      to < actions.length &&
      first?.measure &&
      actions[to]?.measure === first.measure &&
      actions[to]?.part === first.part
    )
      to++
    if (first?.measure && to - from >= 3) {
      remarks.push({
        code: 'measure-repeated',
        severity: 'question',
        about: first,
        words: first.measure,
        message: `${to - from} actions in a row have the measure “${first.measure}”. Is it right for each of them?`,
      })
    }
    from = to
  }
  return remarks
}
