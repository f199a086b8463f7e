import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { mailsTo } from '../../../../test/support/mail-of-tests.ts'
import {
  aSmallPartnership,
  type SmallPartnership,
  type Somebody,
  somebody,
} from '../../../../test/support/partnership.ts'
import { type Fields, send, sendAndFollow, visit } from '../../../../test/support/visit.ts'
import { setClock, theHouse } from '../../../../test/support/visit-house.ts'
import { problemsOn, wordsOf } from '../../../../test/support/visit-words.ts'
import { inScope, wholePartnership } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/ids.ts'
import { insertOrganisation } from '../directory/insert.store.ts'

describe('giving and taking roles', () => {
  let town: SmallPartnership
  let administrator: Somebody
  beforeEach(async () => {
    setClock('2014-10-15T09:00:00Z')
    town = await aSmallPartnership()
    administrator = await somebody(town, { name: 'Ada Administrator', role: 'administrator' })
  })

  const pageOf = ({ member }: Somebody) => `/people/${member.person.id}/roles`
  const give = (as: Somebody, to: Somebody, fields: Fields) => send(as, pageOf(to), { once: newId(), ...fields })
  const take = (as: Somebody, from: Somebody, fields: Fields) =>
    send(as, `${pageOf(from)}/taking`, { once: newId(), ...fields })
  const ROLE = { role: 'analyst', reason: 'She explains the figures from now on' }

  test('a role counts on the next page of whoever gets it, is kept with who, when and why, and they are told', async () => {
    assert.equal((await visit(town.lead, '/people')).status, 404)
    const after = await sendAndFollow(administrator, pageOf(town.lead), { once: newId(), ...ROLE })
    const kept =
      /Performance analyst 15 October 2014 at 10:00 by Ada Administrator: She explains the figures from now on/
    assert.match(wordsOf(after.html), /They have this role from now on/)
    assert.match(wordsOf(after.html), kept)
    assert.equal((await visit(town.lead, '/people')).status, 200)
    const [mail] = await mailsTo(town.id, town.lead.email)
    assert.equal(mail?.subject, `You now have the role of performance analyst: ${town.name}`)
    assert.match(mail?.text ?? '', /Ada Administrator gave you the role of performance analyst in Trellis/)
    const trail = wordsOf((await visit(town.manager, '/audit')).html)
    assert.match(trail, /Gave the role of performance analyst/)
    assert.match(trail, /She explains the figures from now on/)
  })

  test('a role that is taken counts no more on the next page, and what was stays to be seen', async () => {
    assert.equal((await visit(town.viewer, '/people')).status, 200)
    setClock('2014-12-01T12:00:00Z')
    const fields = { taken: 'member', takenReason: 'Her term on the board ended' }
    assert.equal((await take(town.manager, town.viewer, fields)).status, 303)
    assert.equal((await visit(town.viewer, '/people')).status, 404)
    const before = wordsOf((await visit(administrator, '/roles?when=before')).html)
    assert.match(
      before,
      /Held before: 1 role .*Vera Viewer Board member 15 Oct 14 .*1 Dec 14 by Mina Manager: Her term/,
    )
    assert.match(
      wordsOf((await visit(town.manager, `/people/${town.viewer.member.person.id}`)).html),
      /Board member, from 15 October 2014 until 1 December 2014/,
    )
    const [mail] = await mailsTo(town.id, town.viewer.email)
    assert.equal(mail?.subject, `You no longer have the role of board member: ${town.name}`)
  })

  test('the list says who holds which role, chairs by their body; only those who give or audit read why', async () => {
    const list = wordsOf((await visit(town.manager, '/roles')).html)
    assert.match(list, /1 administrator, 1 partnership manager, 1 chair and 1 board member\./)
    assert.match(list, /Held now: 4 roles .*Ada Administrator Administrator 15 Oct 14 They do this work/)
    assert.match(list, /Chris Chair Chair Early help group Not recorded/)
    assert.match(wordsOf((await visit(town.manager, '/roles?role=manager')).html), /Held now: 1 role .*Mina Manager/)
    assert.match(wordsOf((await visit(town.manager, '/roles?role=scrutiny')).html), /Nobody holds such a role/)
    assert.doesNotMatch(wordsOf((await visit(town.chair, '/roles')).html), /They do this work/)
  })

  test('a manager neither makes nor unmakes an administrator', async () => {
    const { html } = await visit(town.manager, pageOf(town.viewer))
    assert.doesNotMatch(html, /value="administrator"/)
    const words = [/Only an administrator gives and takes this role/]
    for (const asked of [
      await give(town.manager, town.viewer, { role: 'administrator', reason: 'Why not' }),
      await take(town.manager, administrator, { taken: 'administrator', takenReason: 'Why not' }),
    ]) {
      assert.equal(asked.status, 422)
      assert.match(problemsOn(asked.html).join(), words[0] ?? /./)
    }
  })

  test('nobody gives a role to themselves, without a reason, twice, or to whoever has it', async () => {
    assert.match(wordsOf((await visit(town.manager, pageOf(town.manager))).html), /Nobody gives a role to themselves/)
    const says = async (as: Somebody, to: Somebody, fields: Fields) => problemsOn((await give(as, to, fields)).html)
    assert.deepEqual(await says(town.manager, town.manager, ROLE), [
      'role: Nobody gives a role to themselves: ask somebody else who gives roles',
    ])
    assert.deepEqual(await says(town.manager, town.lead, { ...ROLE, reason: ' ' }), ['reason: Say why'])
    assert.deepEqual(await says(town.manager, town.lead, { role: 'king', reason: 'Why' }), [
      'role: Choose the role they get',
    ])
    assert.deepEqual(await says(town.manager, town.viewer, { ...ROLE, role: 'member' }), [
      'role: They have this role already',
    ])
    const once = newId()
    for (const _ of [1, 2]) assert.equal((await give(town.manager, town.lead, { ...ROLE, once })).status, 303)
    assert.equal((await mailsTo(town.id, town.lead.email)).length, 1)
  })

  test('a contributor reports for one organisation, so that somebody of none is not made one', async () => {
    const asked = await give(town.manager, town.lead, { role: 'contributor', reason: 'Reports for the trust' })
    assert.match(problemsOn(asked.html).join(), /say first on their page which they belong to/)
    const { world } = await theHouse()
    const organisationId = newId<'organisation'>()
    await inScope(world.db, wholePartnership(town.id), (tx) =>
      insertOrganisation(tx, town.id, { id: organisationId, name: 'The trust', kind: 'nhs' }),
    )
    const nurse = await somebody(town, { name: 'Nora Nurse', organisationId })
    assert.equal((await give(town.manager, nurse, { role: 'contributor', reason: 'Reports for it' })).status, 303)
    assert.match(
      wordsOf((await visit(town.manager, '/roles?role=contributor')).html),
      /Nora Nurse Contributor The trust/,
    )
  })

  test('the last administrator and the last manager keep their role, whoever asks', async () => {
    const says = async (asked: Promise<{ html: string }>) => problemsOn((await asked).html)
    const last = (role: string) => [
      `taken: They are the last ${role} who can sign in: give somebody else that role first`,
    ]
    const why = { takenReason: 'They stop' }
    assert.deepEqual(
      await says(take(administrator, administrator, { taken: 'administrator', ...why })),
      last('administrator'),
    )
    assert.deepEqual(
      await says(take(administrator, town.manager, { taken: 'manager', ...why })),
      last('partnership manager'),
    )
    assert.match(
      (await says(give(administrator, town.manager, { role: 'scrutiny', reason: 'Looks on' }))).join(),
      /They are the last partnership manager/,
    )
    await give(administrator, town.lead, { role: 'administrator', reason: 'Two are better' })
    const gone = await take(administrator, administrator, { taken: 'administrator', ...why })
    assert.deepEqual([gone.status, gone.location], [303, '/account'])
    assert.equal((await visit(administrator, '/roles')).status, 404)
  })
})
