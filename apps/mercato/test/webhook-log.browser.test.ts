import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { Page } from 'playwright-core'
import { PHONE_SIZED, sidewaysOf, signIn, toAppear, toDisappear } from './support/browser.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: somebody asks what became of a customer's message.

jest.setTimeout(60_000)

let stage: Stage
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  desk = stage.desk
  await signIn(desk, 'admin@acme.test')
  await mariaWrites('Is the blue tent still there?')
})
afterAll(() => stage?.close())

const mariaWrites = (text: string) =>
  fetch(`${stage.phoneUrl}/sim/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customerId: 'maria', phoneNumberId: defaultAccounts[0]!.numbers[0]!.id, text }),
  })
const entries = (page: Page) => page.getByRole('link', { name: /\d{4}, / })
const sheet = () => desk.getByRole('dialog', { name: 'Webhook delivery' })
const replay = () => desk.getByRole('dialog', { name: 'Replay deliveries' })

test('the log finds what came from a phone, as it comes, and nothing for a stranger’s', async () => {
  await desk.goto('/backend/deliveries')
  await desk.getByRole('searchbox', { name: 'Search' }).fill('601 234 567')
  await toAppear(desk.getByText('Messages: 1'))
  expect(await entries(desk).count()).toBe(1)
  await desk.waitForURL(/\?search=601\+234\+567$/)
  await mariaWrites('Hello?')
  await toAppear(entries(desk).nth(1))
  await desk.getByRole('searchbox', { name: 'Search' }).fill('+48 601 999 999')
  await toAppear(desk.getByText('Nothing matches.'))
  await desk.getByRole('searchbox', { name: 'Search' }).fill('+48601234567')
  await toAppear(entries(desk).nth(1))
})

test('an entry opens with what came beside what is read in it, under an address of its own', async () => {
  await entries(desk).last().focus()
  await desk.keyboard.press('Enter')
  await toAppear(sheet().getByText('Message from Maria Nowak'))
  await toAppear(sheet().getByText('"body": "Is the blue tent still there?"'))
  await toAppear(sheet().getByRole('link', { name: 'Open the conversation' }))
  await desk.reload()
  await toAppear(sheet().getByText('Message from Maria Nowak'))
})

test('a replay says first what it would change, and that nothing is sent, and then does it', async () => {
  await sheet().getByRole('button', { name: 'Replay …' }).click()
  await toAppear(replay().getByText('Nothing is sent to customers'))
  await toAppear(replay().getByText('No message or report would be new: they are all here.'))
  await replay().getByRole('button', { name: 'Replay 1' }).click()
  await toAppear(replay().getByText('No message or report was new: they were all here.'))
  await replay().getByRole('button', { name: 'Close' }).first().click()
  await toDisappear(replay())
  await toAppear(sheet().getByText('Replayed', { exact: true }))
  await desk.keyboard.press('Escape')
  await toDisappear(sheet())
})

test('a time is replayed while the page shows how far it is', async () => {
  await desk.getByRole('button', { name: 'Replay a time span …' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Replay a time span' })
  await dialog.getByRole('button', { name: 'Replay 2' }).click()
  await toAppear(dialog.getByText('The replay has begun'))
  await desk.keyboard.press('Escape')
  await toAppear(desk.getByText('Finished: 2 of 2.'))
})

test('all of it on a phone, without scrolling sideways', async () => {
  const phone = await stage.newPage(PHONE_SIZED)
  await signIn(phone, 'admin@acme.test')
  await phone.goto('/backend/deliveries')
  await entries(phone).first().click()
  await toAppear(phone.getByText('Message from Maria Nowak'))
  await phone.getByRole('tab', { name: 'As received' }).click()
  await toAppear(phone.getByText('"body": "Hello?"'))
  expect(await sidewaysOf(phone)).toBe(0)
})

test('no page complained', () => {
  expect(stage.problems).toEqual([])
})
