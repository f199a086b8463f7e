import { today } from '../../../platform/world.ts'
import type { PeopleAnnouncements } from '../../people/index.ts'
import { keepVersions } from '../keep-versions.ts'
import {
  findActionsOfGroup,
  findActionsOfPost,
  findContentsBefore,
  lockActions,
  lockActionsLedBy,
} from './pass-leads.store.ts'
import { passedLeads, withoutTie } from './passed-leads.ts'

type Port<Name extends keyof PeopleAnnouncements> = PeopleAnnouncements[Name]

/** Passes the leads of somebody who leaves to others: a version and an audit entry for each action. */
export const passLeads: Port<'passLeads'> = async (world, tx, by, from, passings) => {
  const byAction = new Map(passings.map(({ actionId, to }) => [actionId, to]))
  const named = await lockActions(tx, [...byAction.keys()])
  const elsewhere = (await lockActionsLedBy(tx, from, today(world))).filter(({ id }) => !byAction.has(id))
  const said = [
    ...named.map((action) => ({
      action,
      content: { ...action, leads: passedLeads(action.leads, from, byAction.get(action.id) ?? null) },
    })),
    ...elsewhere.map((action) => ({ action, content: { ...action, leads: withoutTie(action.leads, from) } })),
  ]
  await keepVersions(tx, world, by, 'passed the lead on', said)
  return said.map(({ action }) => ({ id: action.id, version: action.version + 1 }))
}

/** Gives leads back as they stood before they were passed on, unless an action was changed since. */
export const returnLeads: Port<'returnLeads'> = async (world, tx, by, passed) => {
  const actions = await lockActions(
    tx,
    passed.map(({ id }) => id),
  )
  const versions = new Map(passed.map(({ id, version }) => [id, version]))
  if (actions.some(({ id, version }) => versions.get(id) !== version)) return false
  const before = await findContentsBefore(tx, passed)
  const said = actions.map((action) => ({
    action,
    content: { ...action, leads: before.get(action.id)?.leads ?? action.leads },
  }))
  await keepVersions(tx, world, by, 'gave the lead back', said)
  return true
}

/** Makes the body that took over the lead group of the actions of the one that ended, and their lead where that one was. */
export const passLeadGroup: Port<'passLeadGroup'> = async (world, tx, by, from, to, day) => {
  const actions = await lockActions(tx, await findActionsOfGroup(tx, from, day))
  const said = actions.map((action) => ({
    action,
    content: {
      ...action,
      leadGroupId: to,
      leads: action.leads.map((lead) => (lead.bodyId === from ? { ...lead, bodyId: to } : lead)),
    },
  }))
  await keepVersions(tx, world, by, 'passed the lead group on', said)
  return said.length
}

/** Puts a person or a post in the place of a post that ended, wherever it leads. */
export const passPost: Port<'passPost'> = async (world, tx, by, from, to, day) => {
  const actions = await lockActions(tx, await findActionsOfPost(tx, from, day))
  const said = actions.map((action) => ({
    action,
    content: { ...action, leads: passedLeads(action.leads, from, to) },
  }))
  await keepVersions(tx, world, by, 'passed the lead on', said)
  return said.length
}
