import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import type { PlanId } from '../../src/kernel/id.ts'
import { LONGEST_NAME } from '../../src/kernel/longest-name.ts'
import { aDraftPlan, anAction, anAdoptedPlan, aPart } from '../../src/modules/plan/plan.factory.ts'
import { aCorrectedComparison, aReportFile } from '../../src/modules/plan/reconcile/comparison.factory.ts'
import { anUpdate, aVerdict, pointsOf } from '../../src/modules/programme/programme.factory.ts'
import { aMessageIn } from '../../src/platform/messages/messages.factory.ts'
import { aSmallPartnership, type SmallPartnership } from '../support/partnership.ts'
import { send, visit } from '../support/visit.ts'
import { setClock, takeNoise, theHouse } from '../support/visit-house.ts'
import { wordsOf } from '../support/visit-words.ts'

const HOSTILE = {
  markup: '</td></script><script>alert(1)</script><img src=x onerror=alert(1)>',
  attribute: '"><b id="main" onclick=\'alert(1)\'>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the point of it is that nobody fills it in
  template: '{{constructor.constructor("alert(1)")()}} ${7*7} <%= 7*7 %>',
  formula: '=cmd|"/c calc"!A1',
  entities: '&lt;b&gt; &amp;amp; &#60;',
  directions: 'abc \u202edef\u202c \u2066ghi\u2069 \u200f',
  long: `w${'o'.repeat(10_000)}rd`,
  glyphs: '\u{1F468}\u200d\u{1F469}\u200d\u{1F467} Ŵŷ Ελληνικά 漢字 \u0301\u0301\u0301',
} as const

describe('hostile words', () => {
  for (const [kind, text] of Object.entries(HOSTILE)) {
    test(`${kind} shows as text on every page, and every page stays whole`, async () => {
      const { urls, town } = await aHostileTown(text)
      const wanted = text.replaceAll(/\s+/g, ' ').trim()
      for (const url of urls) {
        const { status, html } = await visit(url.startsWith('/updates') ? town.lead : town.manager, url)
        assert.equal(status, 200, `${url} ${takeNoise()}`)
        assert.ok(wordsOf(html).includes(wanted), `${url} does not show the words`)
        assert.doesNotMatch(html, /<script>alert|<img src=x|<b id="main"/, url)
      }
    })

    test(`${kind} goes into a paper and out of it as a PDF`, async () => {
      const { planId, town } = await aHostileTown(text)
      const { status, body } = await visit(town.manager, `/plans/${planId}/board-report.pdf`)
      assert.equal(status, 200, takeNoise().join())
      assert.equal(body.subarray(0, 5).toString(), '%PDF-')
    })

    test(`${kind} typed into a form comes back as it was typed`, async () => {
      const town = await aSmallPartnership()
      const planId = await aDraftPlan((await theHouse()).world, town.manager.member)
      const refused = await send(town.manager, `/plans/${planId}/details`, { title: text, starts: text, ends: '' })
      assert.equal(refused.status, 422)
      const saved = await send(town.manager, `/plans/${planId}/details`, {
        title: text,
        starts: '2014-04-01',
        ends: '2015-03-31',
      })
      assert.equal(saved.status, text.length > LONGEST_NAME ? 422 : 303)
      const signIn = await send(null, '/sign-in', { email: text, password: '', next: text })
      assert.equal(signIn.status, 422)
    })
  }
})

type HostileTown = { readonly town: SmallPartnership; readonly planId: PlanId; readonly urls: readonly string[] }

/** A partnership in which everything that can be named, is named so; and the pages that show it. */
async function aHostileTown(text: string): Promise<HostileTown> {
  const town = await aSmallPartnership({ partnership: text, group: text, lead: text, chair: text })
  const { world, ...house } = await theHouse()
  const lead = town.lead.member
  const part = aPart({ title: text, why: text, success: text, alignedPlans: [text] })
  const source = { where: { line: 3 }, text }
  const dueOn = [day('2014-06-30'), day('2014-09-30')]
  const words = { ref: text, text, measure: text, leadWords: text, partId: part.id, leadGroupId: town.group, source }
  const action = anAction({ ...words, dueOn, lead })
  const draftedPart = world.newId<'part'>()
  setClock('2014-04-01')
  const draftId = await aDraftPlan(world, town.manager.member, {
    title: text,
    levelNames: [text],
    parts: [{ ...part, id: draftedPart }],
    actions: [anAction({ ...words, partId: draftedPart, lead })],
  })
  const planId = await anAdoptedPlan({ world, ...house }, town.manager.member, {
    title: text,
    levelNames: [text],
    parts: [part],
    actions: [action],
  })
  const [june, september] = (await pointsOf(world, lead, action.id)).map(({ id }) => id)
  assert.ok(june && september)
  const narrative = text.slice(0, 10_000)
  const evidence = { name: text, type: text.slice(0, 50), content: Buffer.from(text) }
  await anUpdate(world, lead, june, { narrative, evidence })
  await aVerdict(world, town.chair.member, june, text)
  await anUpdate(world, lead, june, { narrative, progress: 'red', impact: 'red' })
  await anUpdate(world, lead, september, { step: 'save', narrative, progress: null, impact: null })
  setClock('2014-10-15')
  const report = aReportFile(
    [{ ref: text, text: `${text} again`, said: `${text}. Carried forward to the 2015/16 plan` }],
    text,
  )
  const { comparison } = await aCorrectedComparison(world, town.manager.member, planId, {
    ...report,
    name: `${text}.md`,
  })
  const said = { to: text, toName: text, subject: text, text, purpose: text }
  const message = await aMessageIn(world, town.id, said)
  const urls = [
    '/messages',
    `/messages/${message}`,
    '/plans',
    '/updates',
    `/plans/${draftId}/review`,
    `/plans/${draftId}/review/questions`,
    `/plans/${draftId}/review/parts`,
    `/plans/${planId}`,
    `/plans/${planId}/due?month=2014-09`,
    `/plans/${planId}/board-report`,
    `/actions/${action.id}`,
    `/actions/${action.id}/change`,
    `/updates/${june}`,
    `/updates/${september}`,
    `/plans/${planId}/comparisons`,
    `/comparisons/${comparison}`,
    `/comparisons/${comparison}/promises`,
    `/comparisons/${comparison}/pair?plan=${action.id}`,
  ]
  return { town, planId, urls }
}
