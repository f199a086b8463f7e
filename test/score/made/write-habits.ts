import { Buffer } from 'node:buffer'
import type { ExpectedAction, Layout } from '../expected.ts'
import type { MadeAction, MadeAim, MadePlan } from './made-plan.ts'
import { state, TRACKERS } from './write-trackers.ts'

/** A way in which partnerships and their tools set out a plan, other than one tidy table. */
export type Habit = {
  readonly name: string
  readonly layout: Layout
  readonly fileName: string
  readonly write: (plan: MadePlan) => Uint8Array
  /** what can be read of an action then; its part is added */
  readonly wanted: (action: MadeAction, index: number) => ExpectedAction
}

const text = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const cell = (words: string) => `<td>${text(words)}</td>`
const row = (...cells: readonly string[]) => `<tr>${cells.map(cell).join('')}</tr>`
const tableOf = (...rows: readonly string[]) => `<table border="1">${rows.join('\n')}</table>`
const page = (plan: MadePlan, body: string) =>
  Buffer.from(`<!doctype html><html lang="en"><body><h1>${text(plan.title)}</h1>\n${body}\n</body></html>`)
const heading = (plan: MadePlan, aim: MadeAim) => `${plan.levels[0]} ${aim.ref}: ${aim.title}`
/** A page with a heading and a table for each aim. */
const underHeadings =
  (names: readonly string[], rowOf: (action: MadeAction, index: number) => string) => (plan: MadePlan) =>
    page(
      plan,
      plan.aims
        .map((aim) => `<h2>${text(heading(plan, aim))}</h2>${tableOf(row(...names), ...aim.actions.map(rowOf))}`)
        .join('\n'),
    )
const lined = (field: keyof MadeAction) => (actions: readonly MadeAction[]) =>
  `<td>${actions.map((action) => `<p>${field === 'text' ? `${action.ref} ` : ''}${text(action[field])}</p>`).join('')}</td>`

export const HABITS: readonly Habit[] = [
  ...TRACKERS,
  {
    name: 'said and done',
    layout: 'ruled table',
    fileName: 'report.html',
    write: underHeadings(['What we said we would do', 'What we did', 'What difference has it made?', 'RAG'], (action) =>
      row(action.text, 'Begun in June with all partners.', '', action.progress),
    ),
    wanted: ({ text: words, progress }) => ({ text: words, measure: null, progress: progress || null }),
  },
  {
    name: 'cards numbered in their label',
    layout: 'cards or lists',
    fileName: 'cards.html',
    write: (plan) =>
      page(
        plan,
        plan.aims
          .map((aim) => {
            const card = ({ ref, text: words, lead, timescale, measure }: MadeAction) =>
              tableOf(
                row(`Action ${ref}`, words),
                row('Lead', lead),
                row('Completion date', timescale),
                row('What will be different?', measure),
              )
            return `<h2>${text(heading(plan, aim))}</h2>${aim.actions.map(card).join('<p></p>')}`
          })
          .join('\n'),
      ),
    wanted: ({ ref, text: words, lead, timescale, measure }) => ({ ref, text: words, lead, timescale, measure }),
  },
  {
    name: 'several actions in a row',
    layout: 'ruled table',
    fileName: 'aligned.html',
    write: (plan) =>
      page(
        plan,
        tableOf(
          row('Objective', 'Actions', 'Lead', 'Date'),
          ...plan.aims.map(
            (aim) =>
              `<tr>${cell(aim.title)}${lined('text')(aim.actions)}${lined('lead')(aim.actions)}${lined('timescale')(aim.actions)}</tr>`,
          ),
        ),
      ),
    wanted: ({ ref, text: words, lead, timescale }) => ({ ref, text: words, lead, timescale }),
  },
  {
    name: 'lead and date under the action',
    layout: 'ruled table',
    fileName: 'under.html',
    write: underHeadings(
      ['What we will do', 'How we will know'],
      ({ text: words, lead, timescale, measure }) =>
        `<tr><td>${text(words)}<br>Owner: ${text(lead)}<br>Due: ${text(timescale)}</td>${cell(measure)}</tr>`,
    ),
    wanted: ({ text: words, lead, timescale, measure }) => ({ text: words, lead, timescale, measure }),
  },
  {
    name: 'who and when in one column',
    layout: 'ruled table',
    fileName: 'both.html',
    write: underHeadings(['What', 'Who and when', 'Success looks like'], ({ text: words, lead, timescale, measure }) =>
      row(words, `${lead}, ${timescale}`, measure),
    ),
    wanted: ({ text: words, lead, timescale, measure }) => ({ text: words, lead, timescale, measure }),
  },
  {
    name: 'rows lettered under a number',
    layout: 'ruled table',
    fileName: 'lettered.html',
    write: (plan) =>
      page(
        plan,
        tableOf(
          row('', 'Action', 'Lead', 'Deadline', 'So that'),
          ...plan.aims.flatMap((aim) => [
            `<tr>${cell(aim.ref)}<td colspan="4">${text(aim.title)}</td></tr>`,
            ...aim.actions.map((action, index) =>
              row('abcdefghijkl'.charAt(index), action.text, action.lead, action.timescale, action.measure),
            ),
          ]),
        ),
      ),
    wanted: ({ text: words, lead, timescale, measure }, index) => ({
      ref: 'abcdefghijkl'.charAt(index),
      text: words,
      lead,
      timescale,
      measure,
    }),
  },
  {
    name: 'states to tick',
    layout: 'ruled table',
    fileName: 'ticks.html',
    write: underHeadings(
      ['#', 'Improvement action', 'Resp.', 'Target date', 'Not started', 'In progress', 'Completed'],
      (action) =>
        row(
          action.ref,
          action.text,
          action.lead,
          action.timescale,
          ...['Not started', 'In progress', 'Completed'].map((each) => (each === state(action) ? '✔' : '')),
        ),
    ),
    wanted: (action) => ({
      ref: action.ref,
      text: action.text,
      lead: action.lead,
      timescale: action.timescale,
      progress: state(action),
    }),
  },
  {
    name: 'pasted text',
    layout: 'cards or lists',
    fileName: 'pasted.txt',
    write: (plan) =>
      Buffer.from(
        `${plan.title.toUpperCase()}\n\n${plan.aims
          .map(
            (aim) =>
              `${heading(plan, aim)}\n\n${aim.actions
                .map(({ ref, text: words, lead, timescale }) => `${ref} ${words}\nLead: ${lead}\nBy: ${timescale}\n`)
                .join('\n')}`,
          )
          .join('\n')}`,
      ),
    wanted: ({ ref, text: words, lead, timescale }) => ({ ref, text: words, lead, timescale }),
  },
]
