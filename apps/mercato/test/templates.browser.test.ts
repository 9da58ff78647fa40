import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { Page } from 'playwright-core'
import { PHONE_SIZED, sidewaysOf, signIn, toAppear, toDisappear } from './support/browser.ts'
import { type InboxPage, inboxOn } from './support/inboxPage.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: a shop writes a template, Meta rejects it, then approves it; it leaves outside the window,
// and Meta pauses it.

const LAPTOP = { width: 1280, height: 900 }
const TEMPLATES = '/backend/integrations/whatsapp/templates'
const TEXT = 'your table for {{2}} is reserved. Write to us here if you cannot come.'

jest.setTimeout(90_000)

let stage: Stage
let page: Page
let meta: Page
let inbox: InboxPage
beforeAll(async () => {
  stage = await openStage()
  page = await stage.newPage(LAPTOP)
  meta = await stage.newPage(LAPTOP)
  inbox = inboxOn(page)
  const sentAt = new Date(Date.now() - 25 * 3_600_000).toISOString()
  const phoneNumberId = defaultAccounts[0]!.numbers[0]!.id
  const body = { customerId: 'joao', phoneNumberId, text: 'A table for Friday, please', sentAt }
  const headers = { 'content-type': 'application/json' }
  await fetch(`${stage.phoneUrl}/sim/messages`, { method: 'POST', headers, body: JSON.stringify(body) })
  await meta.goto(`${stage.phoneUrl}/templates`)
  await meta.getByRole('radio', { name: 'You, on this page' }).click()
  await signIn(page, 'admin@acme.test')
})
afterAll(() => stage?.close())

const button = (name: string | RegExp) => page.getByRole('button', { name })
const row = () => page.getByRole('row').filter({ hasText: 'Table reserved' })
const sheet = () => page.getByRole('dialog', { name: 'Table reserved' })
const atMeta = () => meta.getByRole('article', { name: /^table_reserved/ })
const written = () => page.getByRole('textbox', { name: 'Text of the message' })
async function submit(): Promise<void> {
  await button(/^Submit/).click()
  await button('Submit to Meta').click()
  await toAppear(sheet().getByText('In review'))
}

test('what Meta would refuse is said while it is written, and can be mended', async () => {
  await page.goto(TEMPLATES)
  await button('New template').click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('table_reserved')
  await written().fill(`{{1}}, ${TEXT}`)
  await toAppear(page.getByText('The text begins with the variable {{1}}'))
  await toAppear(page.getByText('Meta would refuse: 2'))
  await written().fill(`Hello {{1}}, ${TEXT}`)
  await button('Fill in an example').click()
  await toAppear(page.getByText('Nothing to mend.'))
  await page.getByRole('textbox', { name: 'Example for 1' }).fill('Maria')
  await page.getByRole('textbox', { name: 'Example for 2' }).fill('Friday at 8 pm')
  await toAppear(
    page
      .getByRole('region', { name: 'As the customer’s phone shows it' })
      .getByText('Hello Maria, your table for Friday'),
  )
})

test('Meta rejects it with a reason, which shows by itself in plain words', async () => {
  await submit()
  await atMeta().getByRole('button', { name: 'Reject…' }).click()
  await atMeta().getByLabel('What is wrong').fill('It does not say who writes.')
  await atMeta().getByRole('button', { name: 'Reject', exact: true }).click()
  await toAppear(sheet().getByText('Rejected'))
  await toAppear(page.getByText('It does not say who writes.'))
})

test('mended and submitted again it is approved, and that shows by itself', async () => {
  await sheet().getByRole('button', { name: 'Edit' }).click()
  await written().fill(`Hello {{1}}, this is the lake house: ${TEXT}`)
  await submit()
  await atMeta().getByRole('button', { name: 'Approve' }).click()
  await toAppear(sheet().getByText('Approved'))
  await toAppear(page.getByText('Meta has approved “Table reserved”.'))
})

test('where the value of a variable comes from is decided once', async () => {
  await sheet().getByRole('button', { name: 'Show' }).click()
  await sheet().getByRole('group', { name: 'Value 1 in the text' }).getByRole('combobox').click()
  await page.getByRole('option', { name: 'First name of the customer' }).click()
  await sheet().getByRole('button', { name: 'Save' }).click()
  await toAppear(page.getByText('Saved', { exact: false }))
})

test('it leaves outside the window with the name of the customer, who reads it', async () => {
  await stage.phone.take('João Silva')
  await stage.phone.openChat('Acme Outdoor')
  await page.goto('/backend/inbox')
  await inbox.open('João Silva')
  const value = await chooseTemplate()
  expect(await value(1).inputValue()).toBe('João')
  await value(2).fill('Friday at 8 pm')
  await button('Send template').click()
  const said = 'Hello João, this is the lake house: your table for Friday at 8 pm is reserved.'
  await toAppear(inbox.bubble(said))
  await toAppear(stage.phone.bubble(said))
  await toAppear(inbox.tick(said, 'Read'))
})

async function chooseTemplate() {
  await button('Choose a template').click()
  const dialog = page.getByRole('dialog', { name: 'Send a template' })
  await dialog.getByRole('button', { name: /Table reserved/ }).click()
  return (nth: number) => dialog.getByRole('textbox', { name: `Value ${nth} in the text` })
}

test('Meta pauses it: what was to use it says so, and nobody is offered it any more', async () => {
  const value = await chooseTemplate()
  await value(2).fill('Saturday at 8 pm')
  await button('Send later').click()
  await button(/^In 1 hour/).click()
  await toAppear(inbox.bubble('Saturday at 8 pm'))
  await atMeta()
    .getByRole('button', { name: /^Pause/ })
    .click()
  await toAppear(atMeta().getByText('Paused', { exact: true }))
  await button('Choose a template').click()
  await toDisappear(page.getByRole('dialog').getByRole('button', { name: /Table reserved/ }))
  await page.goto(TEMPLATES)
  await row().getByRole('link').first().click()
  await toAppear(sheet().getByText('Paused'))
  await toAppear(sheet().getByText('This has stopped, because the template cannot be sent'))
  await toAppear(sheet().getByText('Messages scheduled for later: 1'))
})

test('on a phone the same is there, and nothing runs out of the screen', async () => {
  const small = await stage.newPage(PHONE_SIZED)
  await signIn(small, 'admin@acme.test')
  await small.goto(TEMPLATES)
  await toAppear(small.getByText('Table reserved'))
  expect(await sidewaysOf(small)).toBe(0)
  await small.getByRole('button', { name: 'New template' }).click()
  await toAppear(small.getByRole('textbox', { name: 'Text of the message' }))
  expect(await sidewaysOf(small)).toBe(0)
  await small.getByRole('button', { name: 'Close' }).first().click()
  await toDisappear(small.getByRole('textbox', { name: 'Text of the message' }))
})

test('nothing of it made a page complain', () => {
  expect(stage.problems).toEqual([])
})
