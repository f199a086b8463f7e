import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ACTIONS, AIMS, type InventedAction, PLAN_TITLE } from './invented-plan.factory.ts'
import type { ActionReading, PlanReading } from './plan-reading.ts'
import { aDocx, type DocxCell, readBytes, readText, wordsLost } from './reading.factory.ts'

/** What a layout tells of each action; it tells all where nothing is said. */
export type Wanted = {
  readonly ref?: boolean
  readonly measure?: boolean
  readonly when?: boolean
  readonly lead?: boolean
  readonly parts?: 'both' | 'aim' | 'objective' | 'none'
}
export type Layout = {
  readonly name: string
  readonly read: () => Promise<{ reading: PlanReading; source: string | null }>
  readonly wanted?: Wanted
}

export const cellsOf = ({ ref, text, measure, when, lead }: InventedAction) => [ref, text, measure, when, lead]
export const markdown = (source: string) => async () => ({ source, reading: await readText(source, 'plan.md') })
export const text = (source: string) => async () => ({ source, reading: await readText(source, 'plan.txt') })
export const word = (body: string) => async () => ({ source: null, reading: await readBytes(aDocx(body), 'plan.docx') })
export const titled = (body: string) => `# ${PLAN_TITLE}\n\n${body}`
export const across = (words: string, columns: number): DocxCell => ({ text: words, across: columns })
export const underHeadings = (write: (actions: readonly InventedAction[]) => string) =>
  titled(
    AIMS.map(
      (aim) =>
        `## Aim ${aim.ref}: ${aim.title}\n\n${aim.objectives
          .map((objective) => `### Objective ${objective.ref}: ${objective.title}\n\n${write(objective.actions)}`)
          .join('\n\n')}`,
    ).join('\n\n'),
  )

/** Requires each action of the invented plan back from each layout, field by field, and no word of it lost. */
export function testLayouts(layouts: readonly Layout[]): void {
  for (const { name, read, wanted = {} } of layouts) {
    test(name, async () => {
      const { reading, source } = await read()
      assert.deepEqual(
        reading.actions.map((action) => fieldsRead(action, reading, wanted)),
        ACTIONS.map((action) => fieldsWanted(action, wanted)),
      )
      if (source !== null) assert.deepEqual(wordsLost(source, reading), [])
    })
  }
}

function fieldsRead(action: ActionReading, { parts }: PlanReading, wanted: Wanted) {
  const part = parts.find(({ id }) => id === action.part)
  const above = parts.find(({ id }) => id === part?.parent)
  return {
    text: action.text,
    ...(wanted.ref === false ? {} : { ref: action.ref }),
    measure: action.measure,
    when: action.timescale?.text ?? null,
    lead: action.leadWords,
    parts: wanted.parts === 'none' ? [] : [above?.title, part?.title].filter((title) => title !== undefined),
  }
}

function fieldsWanted(action: (typeof ACTIONS)[number], wanted: Wanted) {
  const parts = {
    both: [action.aim.title, action.objective.title],
    aim: [action.aim.title],
    objective: [action.objective.title],
    none: [],
  }
  const told = (is: boolean | undefined, words: string) => (is === false ? null : words)
  return {
    text: action.text,
    ...(wanted.ref === false ? {} : { ref: action.ref }),
    measure: told(wanted.measure, action.measure),
    when: told(wanted.when, action.when),
    lead: told(wanted.lead, action.lead),
    parts: parts[wanted.parts ?? 'both'],
  }
}
