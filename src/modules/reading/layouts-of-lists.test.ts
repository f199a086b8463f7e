import { describe } from 'node:test'
import { ACTIONS, AIMS, type InventedAction, PLAN_TITLE } from './invented-plan.factory.ts'
import { across, type Layout, markdown, testLayouts, text, underHeadings, word } from './layouts.factory.ts'
import { docxParagraph, docxTable, markdownTable } from './reading.factory.ts'

const LAYOUTS: readonly Layout[] = [
  {
    name: 'cards of two columns',
    read: markdown(
      underHeadings((actions) => actions.map((a) => markdownTable([['', ''], ...cardOf(a)])).join('\n\n')),
    ),
  },
  {
    name: 'cards of four columns, two fields beside each other',
    read: word(
      docxParagraph(PLAN_TITLE, 'H1') +
        ACTIONS.map((a) =>
          docxTable([
            ['Reference', a.ref, 'Lead', a.lead],
            ['Action', a.text, 'By when', a.when],
            ['Success measure', across(a.measure, 3)],
          ]),
        ).join(docxParagraph('')),
    ),
    wanted: { parts: 'none' },
  },
  {
    name: 'cards headed by their action',
    read: word(
      docxParagraph(PLAN_TITLE, 'H1') +
        ACTIONS.map((a) =>
          docxTable([
            [across(`Action ${a.ref}: ${a.text}`, 2)],
            ['Success measure', a.measure],
            ['By when', a.when],
            ['Lead', a.lead],
          ]),
        ).join(docxParagraph('')),
    ),
    wanted: { parts: 'none' },
  },
  {
    name: 'fields named in lines',
    read: markdown(
      underHeadings((actions) =>
        actions
          .map((a) =>
            cardOf(a)
              .map((pair) => pair.join(': '))
              .join('\n'),
          )
          .join('\n\n'),
      ),
    ),
  },
  {
    name: 'fields named in one line each',
    read: markdown(
      underHeadings((actions) =>
        actions
          .map((a) => `Action ${a.ref}: ${a.text} / Lead: ${a.lead} / By when: ${a.when} / Measure: ${a.measure}`)
          .join('\n\n'),
      ),
    ),
  },
  {
    name: 'a numbered list with lead and date in brackets',
    read: markdown(
      underHeadings((actions) =>
        actions.map((a, index) => `${index + 1}. ${a.text} (Lead: ${a.lead}; by: ${a.when})`).join('\n'),
      ),
    ),
    wanted: { ref: false, measure: false },
  },
  {
    name: 'bullets under “What we will do”, in plain text',
    read: text(
      `${PLAN_TITLE}\n\n${AIMS.map(
        (aim) =>
          `Priority ${aim.ref}: ${aim.title}\n\nWhy it matters to families here is told in this sentence.\n\nWhat we will do\n\n${aim.objectives
            .flatMap((objective) => objective.actions.map((a) => `• ${a.text}`))
            .join('\n')}\n\nHow will we know\n\n• Families say so`,
      ).join('\n\n')}`,
    ),
    wanted: { ref: false, measure: false, when: false, lead: false, parts: 'aim' },
  },
  {
    name: 'bullets whose next lines name their fields',
    read: markdown(
      underHeadings(
        (actions) =>
          `We will:\n\n${actions.map((a) => `- ${a.text}\n  - Lead: ${a.lead}\n  - By when: ${a.when}`).join('\n')}`,
      ),
    ),
    wanted: { ref: false, measure: false },
  },
]

function cardOf(a: InventedAction): [string, string][] {
  return [
    ['Reference', a.ref],
    ['Action', a.text],
    ['Measure of success', a.measure],
    ['Timescale', a.when],
    ['Lead officer', a.lead],
  ]
}

describe('an invented plan is read back field by field from cards, lists and lines', () => testLayouts(LAYOUTS))
