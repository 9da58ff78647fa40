import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { Locator } from 'playwright-core'
import { PHONE_SIZED, sidewaysOf, toAppear, toDisappear } from './support/browser.ts'
import { type InboxPage, openInbox } from './support/inboxPage.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: Maria gets another number, somebody else gets her old one, and staff see who is who.

jest.setTimeout(60_000)

let stage: Stage
let inbox: InboxPage
beforeAll(async () => {
  stage = await openStage()
  inbox = await openInbox(stage.desk, 'agent@acme.test')
})
afterAll(() => stage?.close())

const number = defaultAccounts[0]!.numbers[0]!
async function atMeta(path: string, body: object) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await fetch(`${stage.phoneUrl}/sim/${path}`, init)).json()
}
const write = (customerId: string, text: string) =>
  atMeta('messages', { customerId, phoneNumberId: number.id, text })
const panel = (): Locator => stage.desk.getByRole('dialog')
const openPanel = () => stage.desk.getByRole('button', { name: 'Who this is' }).click()


test('look', async () => {
  const shot = async (page: typeof stage.desk, name: string) => { await page.waitForTimeout(600); await page.screenshot({ path: `/tmp/panelshots/${name}.png` }) }
  await stage.desk.setViewportSize({ width: 1280, height: 800 })
  await write('anna', 'Anna here')
  await inbox.open('Anna Schmidt')
  await toAppear(inbox.bubble('Anna here'))
  const made = await atMeta('number-takeovers', { customerId: 'anna', name: 'Paul Becker' }); console.log(JSON.stringify(made)); const customer = made.customer
  await write(customer.id, 'Paul here')
  await write('maria', 'Maria here')
  await atMeta('number-changes', { customerId: 'maria', phone: '+48 700 100 200' })
  await write('sam', 'Sam here')
  await inbox.open('Paul Becker')
  await toAppear(inbox.bubble('Paul here'))
  await openPanel()
  await panel().getByRole('button', { name: 'Join with another contact' }).click()
  await panel().getByRole('searchbox').fill('Sam')
  await panel().getByRole('button', { name: 'This is the same person' }).click()
  await panel().getByLabel('Reason (optional)').fill('Same voice')
  await stage.desk.keyboard.press('Enter')
  await toAppear(panel().getByText('“Same voice”').first())
  await shot(stage.desk, 'joined')
  const page = await stage.newPage(PHONE_SIZED)
  await page.setViewportSize({ width: 390, height: 844 })
  const small = await openInbox(page, 'agent@acme.test')
  for (const [who, name] of [['Anna Schmidt', 'anna'], ['Maria Nowak', 'maria'], ['Sam Rivera', 'sam']]) {
    await page.goto(page.url().split('?')[0]!)
    await small.open(who!).catch(() => undefined)
    await page.getByRole('button', { name: 'Who this is' }).click()
    await shot(page, name!)
    console.log(name, await page.getByRole('dialog').innerText())
    await page.keyboard.press('Escape')
  }
})
