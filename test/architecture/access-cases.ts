import assert from 'node:assert/strict'
import { day } from '../../src/kernel/day.ts'
import { changeDraft } from '../../src/modules/plan/change-draft/change-draft.ts'
import { setAside } from '../../src/modules/plan/corrections/correct-row.ts'
import { uploadDocument } from '../../src/modules/plan/index.ts'
import { keepRecipe } from '../../src/modules/plan/keep-recipe/keep-recipe.ts'
import { aDraftPlan, anAction, anAdoptedPlan, aPart } from '../../src/modules/plan/plan.factory.ts'
import { findReadingOfPlan } from '../../src/modules/plan/reading.store.ts'
import { aCorrectedComparison } from '../../src/modules/plan/reconcile/comparison.factory.ts'
import { tellColumns } from '../../src/modules/plan/tell-columns/tell-columns.ts'
import { aReadDraft } from '../../src/modules/plan/upload-document/read-draft.factory.ts'
import { findEvidenceOfAction } from '../../src/modules/programme/evidence/evidence.store.ts'
import { anUpdate, pointsOf } from '../../src/modules/programme/programme.factory.ts'
import { findSubmissionsOfPoint } from '../../src/modules/programme/updates/update.store.ts'
import { NO_RECIPE } from '../../src/modules/reading/index.ts'
import { inScope } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { aMessageIn } from '../../src/platform/messages/messages.factory.ts'
import type { SmallPartnership } from '../support/partnership.ts'
import { theHouse } from '../support/visit-house.ts'

import { accountCases } from './account-access-cases.ts'
import { type DirectoryRecords, directoryCases, directoryRecords } from './directory-access-cases.ts'
import { anAnchorAddress, privacyCases } from './privacy-access-cases.ts'
import { type PeriodRecords, programmeCases, someCalendar } from './programme-access-cases.ts'
import { reviewCases } from './review-access-cases.ts'

export type Kind = 'viewer' | 'lead' | 'chair' | 'manager'
export const EVERYONE: readonly Kind[] = ['viewer', 'lead', 'chair', 'manager']
export const WHOLE: readonly Kind[] = ['viewer', 'chair', 'manager']

/** A request for a record of the town, and who of its people it is for; nobody else learns that the record exists. */
export type Case = {
  readonly route: string
  readonly url: string
  readonly fields?: Record<string, string>
  readonly mayUse: readonly Kind[]
}

export type Records = Readonly<
  Record<
    | 'plan'
    | 'draft'
    | 'action'
    | 'draftAction'
    | 'draftPart'
    | 'asideAction'
    | 'readDraft'
    | 'recipe'
    | 'sent'
    | 'asked'
    | 'submission'
    | 'reading'
    | 'file'
    | 'document'
    | 'comparison'
    | 'correction'
    | 'message'
    | 'group'
    | 'meeting'
    | 'closing'
    | 'anchor'
    | 'link',
    string
  >
> & { readonly directory: DirectoryRecords } & PeriodRecords

/** One request or more for each route that is not for everybody. */
export function cases(of: Records): readonly Case[] {
  const once = newId()
  const action = { once, version: '1', text: 'Changed', ref: '', measure: '', because: 'Agreed', leadWords: '' }
  return [
    ...reviewCases(of),
    ...accountCases(),
    ...directoryCases(of.directory),
    ...programmeCases(of),
    ...privacyCases(of),
    { route: 'GET /rights', url: '/rights', mayUse: EVERYONE },
    { route: 'GET /audit', url: '/audit', mayUse: ['manager'] },
    { route: 'GET /audit/export', url: '/audit/export', mayUse: ['manager'] },
    { route: 'GET /messages', url: '/messages', mayUse: ['manager'] },
    { route: 'GET /messages/:messageId', url: `/messages/${of.message}`, mayUse: ['manager'] },
    { route: 'GET /plans', url: '/plans', mayUse: EVERYONE },
    { route: 'GET /updates', url: '/updates', mayUse: EVERYONE },
    { route: 'GET /documents/new', url: '/documents/new', mayUse: ['manager'] },
    { route: 'GET /readings/:readingId', url: `/readings/${of.reading}`, mayUse: ['manager'] },
    { route: 'GET /readings/:readingId/progress', url: `/readings/${of.reading}/progress`, mayUse: ['manager'] },
    { route: 'GET /plans/:planId/review', url: `/plans/${of.draft}/review`, mayUse: ['manager'] },
    { route: 'GET /plans/:planId', url: `/plans/${of.draft}`, mayUse: ['manager'] },
    { route: 'GET /plans/:planId', url: `/plans/${of.plan}`, mayUse: EVERYONE },
    { route: 'GET /plans/:planId/due', url: `/plans/${of.plan}/due`, mayUse: WHOLE },
    { route: 'GET /plans/:planId/due', url: `/plans/${of.draft}/due`, mayUse: [] },
    { route: 'GET /plans/:planId/export', url: `/plans/${of.plan}/export`, mayUse: WHOLE },
    { route: 'GET /plans/:planId/export', url: `/plans/${of.draft}/export`, mayUse: ['manager'] },
    { route: 'GET /plans/:planId/export/:format', url: `/plans/${of.plan}/export/md`, mayUse: WHOLE },
    { route: 'GET /plans/:planId/export/:format', url: `/plans/${of.draft}/export/xlsx`, mayUse: ['manager'] },
    { route: 'GET /plans/:planId/board-report', url: `/plans/${of.plan}/board-report`, mayUse: WHOLE },
    { route: 'GET /plans/:planId/board-report', url: `/plans/${of.draft}/board-report`, mayUse: [] },
    { route: 'GET /plans/:planId/board-report.pdf', url: `/plans/${of.plan}/board-report.pdf`, mayUse: WHOLE },
    { route: 'GET /actions/:actionId', url: `/actions/${of.action}`, mayUse: EVERYONE },
    { route: 'GET /actions/:actionId/change', url: `/actions/${of.action}/change`, mayUse: ['manager'] },
    { route: 'GET /updates/:pointId', url: `/updates/${of.sent}`, mayUse: EVERYONE },
    { route: 'GET /updates/:pointId', url: `/updates/${of.asked}`, mayUse: ['lead', 'chair', 'manager'] },
    { route: 'GET /files', url: '/files', mayUse: ['manager'] },
    { route: 'GET /files/:fileId', url: `/files/${of.file}`, mayUse: EVERYONE },
    {
      route: 'POST /updates/:pointId',
      url: `/updates/${of.asked}`,
      fields: { once: newId(), step: 'save', narrative: 'Half said' },
      mayUse: ['lead', 'manager'],
    },
    {
      route: 'POST /updates/:pointId/verdict',
      url: `/updates/${of.sent}/verdict`,
      fields: { submission: of.submission, step: 'accept', note: '' },
      mayUse: ['chair'],
    },
    {
      route: 'POST /actions/:actionId/change',
      url: `/actions/${of.action}/change`,
      fields: action,
      mayUse: ['manager'],
    },
    {
      route: 'POST /plans/:planId/details',
      url: `/plans/${of.draft}/details`,
      fields: { title: 'Another title', starts: '2014-04-01', ends: '2015-03-31' },
      mayUse: ['manager'],
    },
    { route: 'POST /plans/:planId/ties', url: `/plans/${of.draft}/ties`, fields: {}, mayUse: ['manager'] },
    { route: 'POST /plans/:planId/names', url: `/plans/${of.draft}/names`, fields: {}, mayUse: ['manager'] },
    { route: 'POST /plans/:planId/adoption', url: `/plans/${of.draft}/adoption`, fields: {}, mayUse: ['manager'] },
    { route: 'GET /plans/:planId/discard', url: `/plans/${of.draft}/discard`, mayUse: ['manager'] },
    { route: 'POST /plans/:planId/discard', url: `/plans/${of.draft}/discard`, fields: {}, mayUse: ['manager'] },
    { route: 'GET /plans/:planId/comparisons', url: `/plans/${of.plan}/comparisons`, mayUse: WHOLE },
    { route: 'GET /plans/:planId/comparisons', url: `/plans/${of.draft}/comparisons`, mayUse: ['manager'] },
    {
      route: 'POST /plans/:planId/comparisons',
      url: `/plans/${of.plan}/comparisons`,
      fields: { once },
      mayUse: ['manager'],
    },
    { route: 'GET /comparisons/:comparisonId', url: `/comparisons/${of.comparison}`, mayUse: WHOLE },
    {
      route: 'GET /comparisons/:comparisonId/progress',
      url: `/comparisons/${of.comparison}/progress`,
      mayUse: WHOLE,
    },
    {
      route: 'GET /comparisons/:comparisonId/promises',
      url: `/comparisons/${of.comparison}/promises`,
      mayUse: WHOLE,
    },
    {
      route: 'POST /comparisons/:comparisonId/next',
      url: `/comparisons/${of.comparison}/next`,
      fields: { once },
      mayUse: ['manager'],
    },
    {
      route: 'GET /comparisons/:comparisonId/pair',
      url: `/comparisons/${of.comparison}/pair?report=a1`,
      mayUse: ['manager'],
    },
    {
      route: 'POST /comparisons/:comparisonId/corrections',
      url: `/comparisons/${of.comparison}/corrections`,
      fields: { once, kind: 'pair', plan: of.action, report: '' },
      mayUse: ['manager'],
    },
    {
      route: 'POST /comparisons/:comparisonId/corrections/:correctionId/undo',
      url: `/comparisons/${of.comparison}/corrections/${of.correction}/undo`,
      fields: {},
      mayUse: ['manager'],
    },
    { route: 'POST /documents', url: '/documents', fields: { once: newId() }, mayUse: ['manager'] },
  ]
}

/** One of each thing that has an address: a plan, a draft, an update sent and one asked for, a document, a file. */
export async function someRecords(town: SmallPartnership): Promise<Records> {
  const { manager, lead, group } = town
  const house = await theHouse()
  const { world } = house
  const by = manager.member
  const dueOn = [day('2014-09-30'), day('2015-03-31')]
  const action = anAction({ dueOn, lead: lead.member, leadGroupId: group })
  const plan = await anAdoptedPlan(house, by, { actions: [action] })
  const [draftAction, asideAction] = [anAction(), anAction({ ref: '1.2' })]
  const draftPart = aPart()
  const draft = await aDraftPlan(world, by, { parts: [draftPart], actions: [draftAction, asideAction] })
  await changeDraft(world, by, { planId: draft, formKey: newId() }, async (before) => setAside(before, asideAction.id))
  const [sent, asked] = (await pointsOf(world, by, action.id)).map(({ id }) => id)
  assert.ok(sent && asked)
  const evidence = { name: 'hubs.txt', type: 'text/plain', content: Buffer.from('Two hubs') }
  await anUpdate(world, lead.member, sent, { evidence })
  const readDraft = await aReadDraft(
    world,
    by,
    '| Action | When | Status |\n|---|---|---|\n| Open a hub | May 2015 | Late |\n',
  )
  const columns = [{ name: 'action', role: 'action' }] as const
  await tellColumns(world, by, {
    planId: readDraft,
    formKey: newId(),
    recipe: { ...NO_RECIPE, columns },
    recipeId: null,
    words: 'Read again',
  })
  const recipe = await keepRecipe(world, by, { planId: readDraft, name: 'Our plan' })
  assert.ok(recipe.ok)
  const directory = await directoryRecords(town)
  const document = { name: 'plan.md', type: 'text/markdown', content: Buffer.from(`# A plan ${newId()}`) }
  const uploaded = await uploadDocument(world, by, { file: document, formKey: newId() })
  assert.ok(uploaded.ok)
  const anchor = await anAnchorAddress(town)
  const message = await aMessageIn(world, by.partnershipId)
  const { comparison, correction } = await aCorrectedComparison(world, by, plan)
  const calendar = await someCalendar(world, town, { asked, plan })
  return inScope(world.db, by, async (tx) => {
    const [submission] = await findSubmissionsOfPoint(tx, sent)
    const [file] = await findEvidenceOfAction(tx, world, action.id)
    const read = await findReadingOfPlan(tx, readDraft)
    assert.ok(submission && file && read)
    return {
      plan,
      draft,
      action: action.id,
      readDraft,
      recipe: recipe.value,
      draftAction: draftAction.id,
      draftPart: draftPart.id,
      asideAction: asideAction.id,
      sent,
      asked,
      submission: submission.id,
      reading: uploaded.value,
      file: file.fileId,
      document: read.fileId,
      comparison,
      correction,
      message,
      anchor,
      directory,
      group,
      ...calendar,
    }
  })
}
