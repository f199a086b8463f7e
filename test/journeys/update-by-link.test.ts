import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { askTonight } from '../../src/modules/programme/index.ts'
import { carriersOf, deliverMessages } from '../../src/platform/messages/index.ts'
import { commandLine } from '../support/command-line.ts'
import { dataFolders } from '../support/data-folders.ts'
import { aMailServer, linkIn, type MailServer } from '../support/mail-server.ts'
import { type House, openHouse } from './open-house.ts'
import { aMember, aVisitor, type Visitor, visitorAt } from './visitor.ts'

const folders = dataFolders()
const PARTNERSHIP = 'Calverhythe Children and Young People’s Partnership'
const CHAIR = { name: 'Callum Strachan', email: 'callum.strachan@calverhythe.example' }
const WORDS =
  'Four of six routes are walked. The lamps on Quay Street are mended, and the last bus waits at the college.'

describe('a police officer without an account, the chair, and an inspector', () => {
  const dataDir = folders.at('data')
  let house: House
  let mail: MailServer
  let officer: Visitor
  let chair: Visitor
  before(async () => {
    mail = await aMailServer()
    house = await openHouse({ dataDir })
  })
  after(async () => {
    await officer?.close()
    await chair?.close()
    await house?.close()
    await mail?.close()
  })

  test('the manager moves a duty of the police to the end of the month, and the night asks for it', async () => {
    const manager = await aMember(house, 'manager')
    const { page } = manager
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByLabel('Search the actions').fill('Walk the routes home')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /^Walk the routes home/ }).click()
    await page
      .getByRole('link', { name: /^Change/ })
      .first()
      .click()
    await page.getByLabel('Timescale').fill('30 November 2026')
    await page.getByLabel('Why, and who agreed to it').fill('The board moved it to its December meeting')
    await page.getByRole('button', { name: /^(Save|Change)/ }).click()
    await page.getByText('30 November 2026').first().waitFor()
    await manager.close()
    assert.ok((await askTonight(house.world)).messages > 0)
    const smtp = { url: mail.url, from: 'Trellis <plan@calverhythe.example>', needsTls: false }
    await deliverMessages(house.world, carriersOf({ smtp, notify: null }, house.address))
  })

  test('the officer opens the link in the mail on a phone, without an account, writes and sends', async () => {
    officer = await visitorAt(house.address + linkMailedTo('tess.wyatt@calverhythe.example'), PHONE)
    const { page, look } = officer
    await page.getByText('Tess Wyatt, your update is due on 30 November 2026.').waitFor()
    await look()
    await page.getByRole('button', { name: 'Send this update' }).click()
    await page.getByRole('alert').filter({ hasText: '4 things need mending' }).waitFor()
    await look()
    await page.getByLabel('What has happened since the last update?').fill(WORDS)
    await page.getByLabel('What happens next?').fill('Walk the last route in May')
    for (const [question, rating] of [
      ['Progress', 'On track'],
      ['Impact', 'At risk'],
    ]) {
      const group = page.getByRole('group', { name: new RegExp(`^${question}:`) })
      await group.getByRole('radio', { name: new RegExp(`${rating}`) }).check()
    }
    const file = { name: 'routes.csv', mimeType: 'text/csv', buffer: Buffer.from('route,walked\nQuay Street,yes\n') }
    await page.getByLabel(/^Attach evidence/).setInputFiles(file)
    await page.getByRole('button', { name: 'Send this update' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your update is sent' }).waitFor()
    await page.getByText('It is in the list of Callum Strachan, who chairs Safe and Protected Group').waitFor()
    await look()
    const links = await page.getByRole('link').allInnerTexts()
    assert.deepEqual(links, ['Skip to the main content', 'Correct it'], 'nothing leads anywhere else')
    await page.goto(`${house.address}/plans`)
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  })

  test('the chair signs in, reads it and accepts it', async () => {
    const added = await onCommandLine('user', 'add', '--name', CHAIR.name, '--email', CHAIR.email)
    chair = await aVisitor(house)
    const { page, look } = chair
    await page.getByLabel('E-mail address').fill(CHAIR.email)
    await page.getByLabel('Password').fill(/the password (\S+)/.exec(added)?.[1] ?? '')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/plans')
    await page.getByRole('link', { name: 'My updates', exact: true }).click()
    await page
      .getByRole('link', { name: /Walk the routes home/ })
      .first()
      .click()
    await page.getByText(WORDS).waitFor()
    await look()
    await page.getByRole('button', { name: 'Accept this update' }).click()
    await page.waitForURL('**/updates?done=accepted')
    await officer.page.goto(house.address + linkMailedTo('tess.wyatt@calverhythe.example'))
    await officer.page.getByRole('heading', { level: 1, name: 'The update is accepted' }).waitFor()
  })

  test('the manager gives a councillor the role of scrutiny, and says why', async () => {
    const manager = await aMember(house, 'manager')
    const { page, look } = manager
    await page.getByRole('link', { name: 'Directory', exact: true }).click()
    await page.getByRole('link', { name: 'Roles', exact: true }).click()
    await look()
    await page.getByRole('link', { name: 'Winifred Tansley' }).first().click()
    await page.getByRole('link', { name: 'Give or take a role' }).click()
    await page.getByRole('radio', { name: 'Scrutiny member' }).check()
    await page.getByLabel('Why they get it').fill('She inspects the year for the scrutiny committee')
    await page.getByRole('button', { name: 'Give this role' }).click()
    await page.getByText('They have this role from now on').waitFor()
    await look()
    await manager.close()
  })

  test('she reads who did what and how they came to it, can change nothing, and takes the trail away', async () => {
    const inspector = await aMember(house, 'viewer')
    const { page, look } = inspector
    assert.equal(await page.getByRole('link', { name: 'Read a plan', exact: true }).count(), 0)
    await page.getByRole('link', { name: 'Audit trail', exact: true }).click()
    await page.getByText('Tess Wyatt, by link sent to tess.wyatt@calverhythe.example').first().waitFor()
    await page.getByText('Accepted the update').first().waitFor()
    await page.getByText('She inspects the year for the scrutiny committee').first().waitFor()
    await look()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Download the trail/ }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
    assert.ok(lines.some((line) => line.includes('by link sent to tess.wyatt@calverhythe.example')))
    await inspector.close()
  })

  test('and the chain is whole, by the command line', async () => {
    const said = await commandLine(dataDir, 'verify')
    assert.match(said, new RegExp(`^${PARTNERSHIP}: [\\d,]+ entries, each as it was written`))
  })

  const onCommandLine = (...words: readonly string[]) => commandLine(dataDir, ...words, '--partnership', PARTNERSHIP)

  function linkMailedTo(address: string): string {
    return linkIn(mail.taken.find(({ to }) => to === address) ?? assert.fail(`no mail came for ${address}`))
  }
})

const PHONE = { width: 390, height: 844 }
