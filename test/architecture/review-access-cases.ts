import { newId } from '../../src/platform/ids.ts'
import type { Case, Records } from './access-cases.ts'

/** The requests by which a draft is reviewed and corrected: the manager's alone. */
export function reviewCases(of: Records): readonly Case[] {
  return [
    {
      route: 'GET /plans/:planId/review/questions',
      url: `/plans/${of.draft}/review/questions`,
      mayUse: ['manager'],
    },
    {
      route: 'POST /plans/:planId/review/questions/answer',
      url: `/plans/${of.draft}/review/questions/answer`,
      fields: { code: 'lead-missing', answer: 'left-as-it-is' },
      mayUse: ['manager'],
    },
    {
      route: 'POST /plans/:planId/review/questions/again',
      url: `/plans/${of.draft}/review/questions/again`,
      fields: { code: 'lead-missing' },
      mayUse: ['manager'],
    },
    { route: 'GET /plans/:planId/review/parts', url: `/plans/${of.draft}/review/parts`, mayUse: ['manager'] },
    {
      route: 'POST /plans/:planId/review/parts/:partId',
      url: `/plans/${of.draft}/review/parts/${of.draftPart}`,
      fields: { once: newId(), seen: 'other', title: 'Aim' },
      mayUse: ['manager'],
    },
    {
      route: 'POST /plans/:planId/review/parts/:partId/removal',
      url: `/plans/${of.draft}/review/parts/${of.draftPart}/removal`,
      fields: { once: newId() },
      mayUse: ['manager'],
    },
    { route: 'GET /recipes', url: '/recipes', mayUse: ['manager'] },
    { route: 'GET /documents/:fileId/again', url: `/documents/${of.document}/again`, mayUse: ['manager'] },
    {
      route: 'POST /documents/:fileId/again',
      url: `/documents/${of.document}/again`,
      fields: { once: newId() },
      mayUse: ['manager'],
    },
    {
      route: 'GET /plans/:planId/review/colours',
      url: `/plans/${of.readDraft}/review/colours`,
      mayUse: ['manager'],
    },
    {
      route: 'POST /plans/:planId/review/colours',
      url: `/plans/${of.readDraft}/review/colours`,
      fields: { once: newId() },
      mayUse: ['manager'],
    },
    {
      route: 'GET /plans/:planId/review/columns',
      url: `/plans/${of.draft}/review/columns`,
      mayUse: ['manager'],
    },
    {
      route: 'POST /plans/:planId/review/columns',
      url: `/plans/${of.readDraft}/review/columns`,
      fields: { once: newId(), 'column-0-0': 'action' },
      mayUse: ['manager'],
    },
    {
      route: 'POST /plans/:planId/review/recipe',
      url: `/plans/${of.readDraft}/review/recipe`,
      fields: { name: 'Our plan' },
      mayUse: ['manager'],
    },
    {
      route: 'POST /plans/:planId/review/columns/without',
      url: `/plans/${of.readDraft}/review/columns/without`,
      fields: { once: newId() },
      mayUse: ['manager'],
    },
    { route: 'POST /recipes/:recipeId/removal', url: `/recipes/${of.recipe}/removal`, fields: {}, mayUse: ['manager'] },
    {
      route: 'POST /plans/:planId/review/passages',
      url: `/plans/${of.draft}/review/passages`,
      fields: { once: newId(), key: 'none', become: 'words', action: '1.1', field: 'text' },
      mayUse: [],
    },
    {
      route: 'POST /plans/:planId/undo',
      url: `/plans/${of.draft}/undo`,
      fields: { change: 'none' },
      mayUse: ['manager'],
    },
    {
      route: 'POST /actions/:actionId/autosave',
      url: `/actions/${of.draftAction}/autosave`,
      fields: { once: newId(), version: '1', text: 'Open a hub' },
      mayUse: ['manager'],
    },
    { route: 'GET /actions/:actionId/split', url: `/actions/${of.draftAction}/split`, mayUse: ['manager'] },
    {
      route: 'POST /actions/:actionId/split',
      url: `/actions/${of.draftAction}/split`,
      fields: { once: newId(), version: '1', text: 'One thing' },
      mayUse: ['manager'],
    },
    {
      route: 'POST /actions/:actionId/correction',
      url: `/actions/${of.draftAction}/correction`,
      fields: { once: newId(), version: '1', step: 'join' },
      mayUse: ['manager'],
    },
    {
      route: 'POST /actions/:actionId/return',
      url: `/actions/${of.asideAction}/return`,
      fields: { once: newId() },
      mayUse: ['manager'],
    },
    {
      route: 'GET /actions/:actionId/understood',
      url: `/actions/${of.action}/understood?words=May`,
      mayUse: ['manager'],
    },
  ]
}
