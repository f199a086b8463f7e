import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { aSmallPartnership, type SmallPartnership } from '../../../../../test/support/partnership.ts'
import { aDuty, judge, write } from '../../../../../test/support/partnership-duty.ts'
import { send, sendAndFollow, visit } from '../../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../../test/support/visit-house.ts'
import { linksOn, problemsOn, rowsOn, wordsOf } from '../../../../../test/support/visit-words.ts'
import type { ActionId, PlanId, ReportingPointId } from '../../../../kernel/id.ts'
import { inScope, wholePartnership } from '../../../../platform/database/index.ts'
import { newId } from '../../../../platform/ids.ts'
import { findChanges } from '../../../audit/index.ts'
import { RATING_PRESETS } from '../../../plan/rating-presets.ts'
import { findWantedReports } from '../../asking/asking.store.ts'
import { findPoint } from '../../points/point.store.ts'
import { typedOf } from '../make-scheme/scheme-form.ts'

const EVIDENCE = {
  evidence: { name: 'opened.txt', type: 'text/plain', content: new TextEncoder().encode('Opened on the 3rd') },
}

/** The boxes of a scheme as a form sends them. */
function fieldsOf(name: string, kind: keyof typeof RATING_PRESETS, but: Readonly<Record<string, string>> = {}) {
  const entries = typedOf(RATING_PRESETS[kind]).colours.flatMap((colour): [string, string][] => [
    [`${colour.key}-used`, colour.isUsed ? 'yes' : ''],
    [`${colour.key}-name`, colour.name],
    [`${colour.key}-letter`, colour.letter],
    [`${colour.key}-shape`, colour.shape],
    [`${colour.key}-meaning`, colour.meaning],
    [`${colour.key}-evidence`, colour.needsEvidence ? 'yes' : ''],
    [`${colour.key}-recovery`, colour.recoveryFor],
    [`${colour.key}-process`, colour.processRule],
    [`${colour.key}-impact`, colour.impactRule],
    [`${colour.key}-performance`, colour.performanceRule],
  ])
  return { name, ...Object.fromEntries(entries), ...but }
}

describe('the rating scheme of a plan', () => {
  let town: SmallPartnership
  let point: ReportingPointId
  let planId: PlanId
  let actionId: ActionId
  beforeEach(async () => {
    town = await aSmallPartnership()
    point = await aDuty(town)
    const { world } = await theHouse()
    const known = await inScope(world.db, wholePartnership(town.id), (tx) => findPoint(tx, point))
    assert.ok(known)
    planId = known.planId
    actionId = known.actionId
  })

  const page = () => `/plans/${planId}/rating-scheme`
  const choose = (scheme: string) => sendAndFollow(town.manager, page(), { once: newId(), scheme })

  test('the manager sees what each colour means and chooses another, and the change is in the trail', async () => {
    const before = wordsOf((await visit(town.manager, page())).html)
    assert.match(before, /The plan is rated by “Five colours”\./)
    assert.match(before, /B Complete Complete: it closes the action Needed Never asked for/)
    const after = await choose('four-colours-suspended')
    assert.match(wordsOf(after.html), /The plan is rated by this scheme from now on/)
    assert.match(wordsOf(after.html), /S Suspended Suspended: stopped for now/)
    const { world } = await theHouse()
    const [change] = await inScope(world.db, wholePartnership(town.id), (tx) => findChanges(tx, [planId], 5))
    assert.equal(change?.what, 'chose the rating scheme')
    assert.deepEqual(change?.after, { scheme: 'Red, amber, green, with blue for suspended' })
  })

  test('an update keeps the scheme it was rated under, and is counted by what it means', async () => {
    await write(town.lead, point, { progress: 'blue', impact: 'green' }, EVIDENCE)
    setClock('2014-10-16')
    await judge(town.chair, point, 'accept')
    setClock('2014-10-20')
    await choose('four-colours-suspended')
    const action = wordsOf((await visit(town.viewer, `/actions/${actionId}`)).html)
    assert.match(action, /Progress B Complete Impact G On track/)
    const plan = wordsOf((await visit(town.viewer, `/plans/${planId}`)).html)
    assert.match(plan, /1 action: .*1 never rated/, 'no colour of the new scheme says complete')
    assert.doesNotMatch(plan, /1 Blue, Suspended/)
    await choose('five-words')
    assert.match(wordsOf((await visit(town.viewer, `/plans/${planId}`)).html), /D Done/)
    const past = wordsOf((await visit(town.viewer, `/plans/${planId}?as-at=2014-10-17`)).html)
    assert.match(past, /B Complete/, 'a past day reads in the scheme of that day')
    assert.match(
      wordsOf((await visit(town.manager, `/plans/${planId}/board-report?as-at=2014-10-17`)).html),
      /B Complete/,
    )
  })

  test('where blue says suspended, an accepted blue closes nothing: the next report is still wanted', async () => {
    await choose('four-colours-suspended')
    await write(town.lead, point, { progress: 'blue', impact: 'green' }, EVIDENCE)
    setClock('2014-10-16')
    await judge(town.chair, point, 'accept')
    const { world } = await theHouse()
    const wanted = await inScope(world.db, wholePartnership(town.id), (tx) => findWantedReports(tx, { actionId }))
    assert.equal(wanted.length, 1)
    assert.match(wordsOf((await visit(town.viewer, `/plans/${planId}`)).html), /S Suspended/)
    const yearEnd = wordsOf((await visit(town.manager, `/plans/${planId}/year-end`)).html)
    assert.doesNotMatch(yearEnd, /completed/i)
  })

  test('a scheme of its own is made, shown, checked, chosen, and followed by its next version', async () => {
    const form = `/rating-schemes/new?from=three-colours&plan=${planId}`
    assert.match(wordsOf((await visit(town.manager, form)).html), /Make a rating scheme/)
    const own = fieldsOf('Our three', 'three-colours', { 'red-name': 'In trouble', 'red-letter': 'T' })
    const again = { once: newId(), plan: planId, follows: '', step: 'make' }
    const shown = await send(town.manager, '/rating-schemes', { ...again, ...own, step: 'preview' })
    assert.match(wordsOf(shown.html), /T In trouble A At risk G On track/)
    const refused = await send(town.manager, '/rating-schemes', { ...again, ...own, 'amber-letter': 'G' })
    assert.deepEqual(problemsOn(refused.html), [
      'green-letter: Amber and Green have the same letter: give each its own',
    ])
    const made = await sendAndFollow(town.manager, '/rating-schemes', { ...again, ...own })
    assert.match(wordsOf(made.html), /Your scheme is made.*Our three \(your own, version 1\)/)
    const next = linksOn(made.html).find((link) => /from=[0-9a-f-]{36}/.test(link)) ?? ''
    const first = /from=([0-9a-f-]{36})/.exec(next)?.[1] ?? ''
    await choose(first)
    assert.match(wordsOf((await visit(town.manager, `/updates/${point}`)).html), /T In trouble/)

    const second = { ...again, once: newId(), follows: first, ...own, 'red-name': 'Stuck' }
    const followed = await sendAndFollow(town.manager, '/rating-schemes', second)
    assert.match(wordsOf(followed.html), /The plan is rated by “Our three”.*Our three \(your own, version 2\)/)
    assert.match(wordsOf((await visit(town.manager, `/updates/${point}`)).html), /T In trouble/, 'until it is chosen')
    const late = await send(town.manager, '/rating-schemes', { ...second, once: newId() })
    assert.deepEqual(problemsOn(late.html), ['name: Somebody made a later version meanwhile. Begin from that one'])
  })

  test('nobody else chooses or makes one, and another’s scheme is none of these', async () => {
    assert.equal((await visit(town.lead, page())).status, 404)
    assert.deepEqual(problemsOn((await send(town.manager, page(), { once: newId(), scheme: newId() })).html), [
      'scheme: Choose one of these schemes',
    ])
  })

  test('progress by impact: every number leads to exactly that many actions', async () => {
    await write(town.lead, point)
    const { html } = await visit(town.viewer, `/plans/${planId}/matrix`)
    assert.match(wordsOf(html), /1 action: 0 on track or complete for both, 1 for progress only/)
    const href = linksOn(html).find((link) => link.includes('progress=green&impact=amber')) ?? ''
    assert.equal(rowsOn((await visit(town.viewer, href)).html, /^Actions: /).length, 1)
  })

  test('ratings beside the facts: who chose what, with the sentence given, and nothing without its denominator', async () => {
    setClock('2014-11-10')
    await write(town.lead, point, { differsBecause: 'The doors opened on the 9th' })
    const url = `/plans/${planId}/ratings-beside-facts`
    const { html } = await visit(town.viewer, url)
    assert.match(
      wordsOf(html),
      /Of 1 update, the facts suggested a rating for 1: 0 chose the same, 1 a better one, 0 a worse one\./,
    )
    assert.match(wordsOf(html), /The lead says: “The doors opened on the 9th”/)
    const link = linksOn(html).find((of) => of.includes('show=better') && of.includes('by=body')) ?? ''
    const listed = wordsOf((await visit(town.viewer, link)).html)
    assert.match(listed, /Updates: better than suggested, Early help group 1 update\./)
    assert.match(wordsOf((await visit(town.viewer, `${url}?show=same`)).html), /No update is counted here/)
  })
})
