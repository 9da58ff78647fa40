import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { PHONE_SIZED, sidewaysOf, toAppear, toDisappear } from './support/browser.ts'
import { type InboxPage, inboxOn, openInbox } from './support/inboxPage.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: what an agent sees of the time that is left to answer.

const phoneNumberId = defaultAccounts[0]!.numbers[0]!.id
const HOUR_MS = 3_600_000
/** Of the template `re_engagement` in English. */
const WORDS = 'We still have an answer for you'
const FREE = '[data-free-entry]'

jest.setTimeout(60_000)

let stage: Stage
let inbox: InboxPage
beforeAll(async () => {
  stage = await openStage()
  await writes('anna', 'Is my order on its way?', 22.5)
  await writes('joao', 'Do you ship to Brazil?', 25)
  await writes('maria', 'I saw your ad', 0, { source_type: 'ad', source_id: '1', headline: 'Tents' })
  inbox = await openInbox(stage.desk, 'agent@acme.test')
  for (const name of ['Anna Schmidt', 'João Silva', 'Maria Nowak']) await toAppear(inbox.row(name))
})
afterAll(() => stage?.close())

async function writes(customerId: string, text: string, hoursAgo: number, referral?: object) {
  const sentAt = new Date(Date.now() - hoursAgo * HOUR_MS).toISOString()
  const body = JSON.stringify({ customerId, phoneNumberId, text, sentAt, referral })
  const headers = { 'content-type': 'application/json' }
  const { status } = await fetch(`${stage.phoneUrl}/sim/messages`, { method: 'POST', headers, body })
  expect(status).toBe(201)
}

test('the answer to somebody from an advertisement makes everything free for three days', async () => {
  await inbox.open('Maria Nowak')
  await toAppear(stage.desk.locator(FREE).getByText(/^Free if answered by/))
  await inbox.answer('Yes, we have it.')
  await toAppear(stage.desk.locator(FREE).getByText(/^Free of charge until/))
})

test('what closes soon is one click away, and the header leads to what opened it', async () => {
  await stage.desk.getByRole('button', { name: 'Closing soon 1' }).click()
  await toDisappear(inbox.row('Maria Nowak'))
  await inbox.open('Anna Schmidt')
  await toAppear(stage.desk.getByRole('button', { name: /^Window open for 1 h/ }))
  await stage.desk.getByRole('button', { name: /^Since their message at/ }).click()
  expect(await inbox.bubble('Is my order on its way?').evaluate((one) => one.matches(':focus'))).toBe(true)
  await stage.desk.getByRole('button', { name: 'All', exact: true }).click()
})

test('after the window closed a template asks the customer to write again, and the answer opens it', async () => {
  await inbox.open('João Silva')
  await toAppear(stage.desk.getByRole('button', { name: 'Window closed' }))
  await stage.desk.getByRole('button', { name: 'Ask them to write again' }).click()
  const dialog = stage.desk.getByRole('dialog')
  await toAppear(dialog.getByText(WORDS))
  await dialog.getByRole('button', { name: 'Send the template' }).click()
  await toAppear(inbox.bubble(WORDS))
  await toAppear(stage.desk.getByText(/^Asked at .*, no answer yet$/))
  await toDisappear(inbox.answerField)
  await writes('joao', 'Here I am', 0)
  await toAppear(inbox.answerField)
  await toAppear(stage.desk.getByRole('button', { name: /^Window open for 23 h/ }))
})

test('on a phone the same is there, and nothing runs out of the screen', async () => {
  const page = await stage.newPage(PHONE_SIZED)
  const small = await openInbox(page, 'agent@acme.test')
  await toAppear(page.getByRole('button', { name: 'Closing soon 1' }))
  expect(await sidewaysOf(page)).toBe(0)
  await small.open('Maria Nowak')
  await toAppear(page.locator(FREE))
  await page.getByRole('button', { name: /^Window open for/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Since their message at/ })
    .click()
  expect(
    await inboxOn(page)
      .bubble('I saw your ad')
      .evaluate((one) => one.matches(':focus')),
  ).toBe(true)
  expect(await sidewaysOf(page)).toBe(0)
})

test('nothing of it made a page complain', () => {
  expect(stage.problems).toEqual([])
})
