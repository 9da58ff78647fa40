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

test('a conversation goes on when the customer has another number', async () => {
  await write('maria', 'From my old number')
  await inbox.open('Maria Nowak')
  await toAppear(inbox.bubble('From my old number'))
  await atMeta('number-changes', { customerId: 'maria', phone: '+48 700 100 200' })
  await toAppear(stage.desk.getByText('+48700100200'))
  await write('maria', 'From my new number')
  await toAppear(inbox.bubble('From my new number'))
  expect(await inbox.row('Maria Nowak').count()).toBe(1)
  await inbox.answer('Noted')
  await toAppear(inbox.tick('Noted', 'Delivered').or(inbox.tick('Noted', 'Read')))
})

test('and whoever gets the old number has a conversation of their own', async () => {
  const { customer } = await atMeta('customers', { name: 'Olga Wit', phone: '+48601234567' })
  await write(customer.id, 'I am new here')
  await inbox.open('Olga Wit')
  await toAppear(inbox.bubble('I am new here'))
  expect(await inbox.bubble('From my old number').count()).toBe(0)
})

test('staff see by what somebody is and was known, and why', async () => {
  await inbox.open('Maria Nowak')
  await openPanel()
  const numbers = panel().getByRole('region', { name: 'Phone numbers' })
  await toAppear(numbers.getByText('+48700100200'))
  await toAppear(numbers.getByText('+48601234567 is Olga Wit’s since'))
  const history = panel().getByRole('region', { name: 'History' })
  await toAppear(history.getByText('Number changed from +48601234567 to +48700100200'))
  await toAppear(history.getByText('Technical user ID changed'))
  await toAppear(history.getByText('+48601234567 is \u2068Olga Wit\u2069’s since then'))
  await stage.desk.keyboard.press('Escape')
})

test('also what changed a moment ago, however often they look', async () => {
  await atMeta('number-changes', { customerId: 'maria', phone: '+48 700 100 201' })
  await toAppear(stage.desk.getByText('+48700100201'))
  await openPanel()
  await toAppear(panel().getByText('Number changed from +48700100200 to +48700100201'))
})

test('and say that two contacts are one person, and take it back', async () => {
  await panel().getByRole('button', { name: 'Join with another contact' }).click()
  await panel().getByRole('searchbox').fill('+48 601 234 567')
  await panel().getByRole('button', { name: 'This is the same person' }).click()
  await panel().getByLabel('Reason (optional)').fill('Her daughter writes for her')
  await stage.desk.keyboard.press('Enter')
  const decided = panel().getByText('are one person.')
  await toAppear(decided)
  await toAppear(panel().getByText('“Her daughter writes for her”').first())
  await stage.desk.keyboard.press('Escape')
  await toAppear(inbox.bubble('I am new here'))
  await toAppear(inbox.bubble('From my new number'))

  await openPanel()
  await panel().getByRole('button', { name: 'Take back' }).click()
  await panel().getByRole('button', { name: 'Take back' }).click()
  await toDisappear(decided)
  await toAppear(panel().getByText('took a decision back'))
  await stage.desk.keyboard.press('Escape')
  await toAppear(inbox.row('Olga Wit'))
  await toAppear(inbox.row('Maria Nowak'))
})

test('on a phone too, where nothing is wider than the screen', async () => {
  const page = await stage.newPage(PHONE_SIZED)
  const small = await openInbox(page, 'agent@acme.test')
  await small.open('Maria Nowak')
  await page.getByRole('button', { name: 'Who this is' }).click()
  await toAppear(page.getByRole('dialog').getByText('+48700100201').first())
  expect(await sidewaysOf(page)).toBe(0)
  await page.keyboard.press('Escape')
  await toDisappear(page.getByRole('dialog'))
  expect(stage.problems).toEqual([])
})
