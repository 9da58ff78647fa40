import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { Locator, Page } from 'playwright-core'
import { PHONE_SIZED, sidewaysOf, signIn, toAppear, toDisappear } from './support/browser.ts'
import { inboxOn } from './support/inboxPage.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: what a merchant writes down about one person's consent, and reads there afterwards.

jest.setTimeout(60_000)

const HUB = '/api/communication_channels'

let stage: Stage
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  desk = stage.desk
  await signIn(desk, 'admin@acme.test')
  await mariaWrites('Is the blue tent still there?')
  await openPanel(desk)
})
afterAll(() => stage?.close())

const mariaWrites = (text: string) =>
  fetch(`${stage.phoneUrl}/sim/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customerId: 'maria', phoneNumberId: defaultAccounts[0]!.numbers[0]!.id, text }),
  })
const openPanel = async (page: Page) => {
  await page.goto('/backend/inbox')
  await inboxOn(page).open('Maria Nowak')
  await page.getByRole('button', { name: 'Who this is' }).click()
  await toAppear(standing(page, 'Marketing'))
}
/** As the shop's pages tell of somebody who never wrote. */
async function agrees(purposes: string[]) {
  const answer = await desk.request.post(`${HUB}/consents`, {
    headers: { 'Idempotency-Key': `form-${purposes}` },
    data: {
      ...{ phone: '+48 600 000 190', purposes, change: 'opt_in', source: 'form', text: 'Send me news.' },
      evidence: { ip: '10.1.2.4' },
    },
  })
  return answer.json() as Promise<{ contactId: string }>
}
const panel = (page = desk) => page.getByRole('region', { name: 'What may be sent' })
const standing = (page: Page, purpose: string): Locator =>
  panel(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: purpose, exact: true }) })
const marketing = (words: string | RegExp) => standing(desk, 'Marketing').getByText(words)
const focused = () => desk.evaluate('document.activeElement.textContent')
const press = (name: string) => panel().getByRole('button', { name, exact: true }).click()
const openStory = () => panel().locator('summary').click()
const told = () => panel().locator('ol > li')

test('of somebody who only wrote it is said what that allows', async () => {
  await toAppear(panel().getByText('Nothing is recorded.'))
  await toAppear(marketing('There is no opt-in on record, so no offers or news are sent.'))
  await toAppear(standing(desk, 'Orders and appointments').getByText('which your settings count'))
})

test('an opt-in without text and evidence is not taken, and each is told at its field', async () => {
  await press('Record an opt-in')
  const dialog = desk.getByRole('dialog', { name: 'Record an opt-in' })
  const record = dialog.getByRole('button', { name: 'Record the opt-in' })
  await record.click()
  await dialog.getByRole('textbox', { name: 'The text they were shown' }).fill('Yes, send me offers.')
  await record.click()
  await toAppear(dialog.getByText('Give at least one of these.'))
  expect(await dialog.getByRole('textbox', { name: 'Page' }).getAttribute('aria-invalid')).toBe('true')
  await dialog.getByRole('textbox', { name: 'Version of the text' }).fill('2')
  await dialog.getByRole('textbox', { name: 'IP address' }).fill('10.1.2.3')
  await dialog.getByLabel('When').fill('2026-05-03T12:00')
  await record.click()
  await toDisappear(dialog)
})

test('with evidence it is, and says what was agreed to, when, where and by what that is known', async () => {
  await toAppear(
    marketing(
      'Opted in to marketing on May 3, 2026 on a form: “Yes, send me offers” (version 2), from 10.1.2.3.',
    ),
  )
  await toAppear(marketing('Offers and news may be sent.'))
  expect(await focused()).toBe('Record an opt-in')
})

test('a second yes that the settings ask for is asked for by a button, and seen when it comes', async () => {
  await desk.goto('/backend/communication_channels/settings')
  await desk.getByRole('switch', { name: 'Marketing needs a second yes' }).click()
  await desk.getByRole('button', { name: 'Save the consent rules' }).click()
  await toAppear(desk.getByText('The settings are saved.'))
  await openPanel(desk)
  await toAppear(marketing('Not confirmed'))
  await press('Ask to confirm')
  await toAppear(marketing(/^Asked on .* Their answer counts until /))
  await mariaWrites('Yes')
  await toAppear(marketing(/^They confirmed it on .* Offers and news may be sent\.$/))
})

test('an opt-out takes no evidence and holds at once, and the story tells all of it', async () => {
  await press('Record an opt-out')
  const dialog = desk.getByRole('dialog', { name: 'Record an opt-out' })
  await dialog.getByRole('textbox', { name: 'What they wrote or said' }).fill('No more, please')
  await dialog.getByRole('button', { name: 'Record the opt-out' }).click()
  await toAppear(marketing('No offers or news are sent, whoever wants to send them.'))
  await openStory()
  expect(await told().count()).toBe(4)
  await toAppear(told().first().getByText('No more, please'))
  await toAppear(told().first().getByText('as told to Ada Admin'))
  await toAppear(told().last().getByText('Yes, send me offers.'))
})

test('a START that she writes is seen without a reload, with her message as the evidence', async () => {
  // Messages tell their time in whole seconds, and within one an opt-out wins.
  await desk.waitForFunction((since) => Date.now() > since + 1000, Date.now())
  await mariaWrites('START')
  const start = told().filter({ hasText: 'by writing to you' })
  await toAppear(start.getByText(/^Opted in to marketing on .* by writing to you\.$/))
  await toAppear(start.getByRole('link', { name: 'Open the conversation' }))
  await toAppear(marketing(/^Asked on .* Their answer counts until /))
})

test('words are erased with a reason, and what happened stays', async () => {
  await press('Erase the words …')
  const dialog = desk.getByRole('dialog', { name: /^Erase what they said/ })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Asked by letter')
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await toDisappear(dialog)
  await toAppear(
    told()
      .last()
      .getByText(/^The words and the evidence were erased/),
  )
  expect(await panel().getByText('10.1.2.3').count()).toBe(0)
  await toAppear(marketing(/^Opted in to marketing on .* by writing to you\.$/))
})

test('a block says that nothing is sent, and why, and is lifted again', async () => {
  await press('Block')
  const dialog = desk.getByRole('dialog', { name: 'Block this person?' })
  await dialog.getByRole('textbox', { name: 'Reason (optional)' }).fill('Threats')
  await dialog.getByRole('button', { name: 'Block', exact: true }).click()
  await toAppear(panel().getByText('Blocked: nothing is sent to this person'))
  await toAppear(panel().getByText('Reason: Threats'))
  await toAppear(marketing('Blocked'))
  await press('Unblock')
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Unblock' }).click()
  await toDisappear(panel().getByText('Blocked: nothing is sent to this person'))
  await toAppear(marketing('Not confirmed'))
})

test('a question that could not be asked, and one that did not arrive, are seen as it happens', async () => {
  const { contactId } = await agrees(['utility'])
  await desk.goto(`/backend/consents?contact=${contactId}`)
  const sheet = desk.getByRole('dialog')
  const line = sheet.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: 'Marketing' }) })
  await toAppear(line.getByText('There is no opt-in on record'))
  await agrees(['marketing'])
  await toAppear(
    line.getByText(/^They could not be asked .* none of them is the default\. Choose a default number/),
  )
  await toAppear(
    sheet
      .locator('ol > li')
      .first()
      .getByText(/^They could not be asked to confirm on /),
  )
  expect(await sidewaysOf(desk)).toBe(0)
  const { items } = await (await desk.request.get(`${HUB}/channels`)).json()
  await desk.request.put(`${HUB}/settings`, { data: { defaultChannelId: items[0].id } })
  await sheet.getByRole('button', { name: 'Ask to confirm' }).click()
  await toAppear(line.getByText(/^They could not be asked .* WhatsApp could not deliver to this person/))
  await toAppear(sheet.locator('ol > li').first().getByRole('link', { name: 'Open the conversation' }))
})

test('a phone shows all of it without scrolling sideways', async () => {
  const page = await stage.newPage(PHONE_SIZED)
  await signIn(page, 'agent@acme.test')
  await openPanel(page)
  expect(await sidewaysOf(page)).toBe(0)
  // An employee reads what is recorded, and records nothing.
  expect(await page.getByRole('button', { name: 'Record an opt-in' }).count()).toBe(0)
  await page.context().close()
})

test('and nothing complained', () => {
  expect(stage.problems).toEqual([])
})
