import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { sampleFile } from '@open-mercato/whatsapp-simulator'
import type { Page } from 'playwright-core'
import { DESKTOP, PHONE_SIZED, sidewaysOf, signIn, toAppear, toDisappear } from './support/browser.ts'
import { type InboxPage, inboxOn, openInbox } from './support/inboxPage.ts'
import type { PhonePage } from './support/phonePage.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: what a newcomer sees with the inbox in one tab and the phone in another.

const BUSINESS = 'Acme Outdoor'
const NUMBER_ID = '210000000000001'
const HUB = '/api/communication_channels'

jest.setTimeout(60_000)

let stage: Stage
let desk: Page
let inbox: InboxPage
let phone: PhonePage
beforeAll(async () => {
  stage = await openStage()
  desk = stage.desk
  phone = stage.phone
  inbox = inboxOn(desk)
})
afterAll(() => stage?.close())

const get = async (path: string) => (await desk.request.get(path)).json()
const conversationOf = async (customer: string) => {
  const { items } = await get(`${HUB}/conversations`)
  return items.find((one: { contact: { displayName: string } }) => one.contact.displayName === customer)
}
const switchWhatsApp = () => desk.getByRole('switch', { name: 'WhatsApp is enabled' })

describe('Integrations', () => {
  test('shows WhatsApp among its cards, enabled', async () => {
    await signIn(desk, 'admin@acme.test')
    await desk.getByRole('link', { name: 'Integrations' }).click()
    const card = desk.getByRole('main').getByRole('listitem').filter({ hasText: 'WhatsApp' })
    await toAppear(card.getByText('Enabled'))
    await card.getByRole('link', { name: 'WhatsApp' }).click()
    await toAppear(desk.getByRole('heading', { name: 'WhatsApp', level: 1 }))
    expect(await switchWhatsApp().isChecked()).toBe(true)
    expect(await desk.title()).toContain('WhatsApp')
  })

  test('says that it is healthy once it has asked', async () => {
    await desk.getByRole('tab', { name: 'Health' }).click()
    await desk.getByRole('button', { name: 'Check now' }).click()
    await toAppear(desk.getByText('Healthy'))
    await toAppear(desk.getByText('Meta answers for every number and account.'))
  })
})

describe('a message from the phone', () => {
  test('is in the inbox within a second of its webhook, without a reload, unread', async () => {
    await desk.getByRole('link', { name: 'Inbox' }).click()
    await toAppear(desk.getByText('No conversations yet'))
    await phone.take('Maria Nowak')
    await phone.openChat(BUSINESS)
    await phone.write('Is the green tent still in stock?')
    await toAppear(phone.webhook('1 message'))
    await toAppear(inbox.unreadRow('Maria Nowak'), 1000)
    await toAppear(inbox.row('Maria Nowak').getByText('Is the green tent still in stock?'))
    expect(await desk.title()).toContain('(1)')
  })

  test('is read once it is opened, beside the customer’s name and number', async () => {
    await inbox.open('Maria Nowak')
    await toAppear(desk.getByText('+48601234567'))
    await toAppear(inbox.bubble('Is the green tent still in stock?'))
    await toDisappear(inbox.unreadRow('Maria Nowak'))
  })

  test('opens the window, and the thread says for how long', async () => {
    await toAppear(desk.getByText(/^Window open for (24 h|23 h 5\d min)$/))
  })
})

describe('an answer', () => {
  const text = 'Yes, four are left.'

  test('is ticked as sent while the phone is offline', async () => {
    await phone.closeChat()
    await phone.goOffline()
    await inbox.answer(text)
    await toAppear(inbox.tick(text, 'Sent'))
  })

  test('is ticked as delivered when the phone receives it', async () => {
    await phone.goOnline()
    await toAppear(inbox.tick(text, 'Delivered'))
  })

  test('is on the phone, and ticked as read when it is opened there', async () => {
    await phone.openChat(BUSINESS)
    await toAppear(phone.bubble(text))
    await toAppear(inbox.tick(text, 'Read'))
  })
})

describe('a customer whose message was 25 hours on its way', () => {
  test('cannot be written to freely, and the composer says why', async () => {
    await phone.take('Anna Schmidt')
    await phone.sendNextFrom25HoursAgo()
    await phone.write('Is my parcel on its way?')
    await toAppear(inbox.unreadRow('Anna Schmidt'))
    await inbox.open('Anna Schmidt')
    await toAppear(
      desk.getByText(
        /^You can no longer answer freely: 24 hours have passed since their last message \(ended .+\)\.$/,
      ),
    )
    await toAppear(desk.getByText('Window closed'))
    expect(await inbox.answerField.count()).toBe(0)
  })

  test('is offered every approved template, and no other', async () => {
    await desk.getByRole('button', { name: 'Choose a template' }).click()
    const offered = desk.getByRole('dialog').getByRole('listitem')
    await toAppear(offered.filter({ hasText: 'Order update' }))
    const names = await offered.allInnerTexts()
    expect(names.map((lines) => lines.split('\n')[0])).toEqual([
      'Appointment reminder',
      'Book a fitting',
      'Call us back',
      'Double opt in',
      'Invoice ready',
      'Order update',
      'Pickup point',
      'Re engagement',
      // Marketing, to which she never agreed, stands behind and cannot be sent; nor can a code that she did not ask for.
      'Browse catalog',
      'Coupon for you',
      'New collection',
      'Picked for you',
      'Two favourites',
      'Weekend offer',
      'Welcome back',
      'Sign in code',
    ])
  })

  test('gets one of them, filled in, on the phone', async () => {
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Order update' }).click()
    await dialog.getByLabel('Value 1 in the text').fill('Anna')
    await dialog.getByLabel('Value 2 in the text').fill('B-77')
    await dialog.getByRole('button', { name: 'Send template' }).click()
    await toAppear(phone.bubble('Hi Anna, your order B-77 is on its way.'))
    await toAppear(inbox.tick('Hi Anna, your order B-77 is on its way.', 'Read'))
  })

  test('gets one with a document in its heading, chosen on the desk', async () => {
    const { bytes, fileName, mimeType } = sampleFile('document')
    await desk.getByRole('button', { name: 'Choose a template' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Invoice ready' }).click()
    await dialog.getByLabel('Value 1 in the text').fill('INV-7')
    const file = { name: fileName, mimeType, buffer: Buffer.from(bytes) }
    await dialog.locator('input[type=file]').setInputFiles(file)
    await toAppear(dialog.getByRole('button', { name: `Remove ${fileName}` }))
    await toAppear(dialog.getByText(`${fileName} is uploaded.`))
    await dialog.getByRole('button', { name: 'Send template' }).click()
    await toAppear(phone.bubble('Your invoice INV-7 is attached.'))
  })

  test('is refused a free text by our API with a code and what to do', async () => {
    const { id } = await conversationOf('Anna Schmidt')
    const response = await desk.request.post(`${HUB}/conversations/${id}/messages`, {
      headers: { 'Idempotency-Key': 'story-free-text' },
      data: { content: { type: 'text', text: 'Hello' } },
    })
    expect(response.status()).toBe(422)
    expect(await response.json()).toMatchObject({
      code: 'window_closed',
      error: expect.any(String),
      action: expect.any(String),
    })
  })

  test('is refused a free text by the simulator with Meta’s own 131047', async () => {
    const response = await desk.request.post(`${stage.phoneUrl}/v26.0/${NUMBER_ID}/messages`, {
      headers: { authorization: 'Bearer acme-access-token' },
      data: { messaging_product: 'whatsapp', to: '4915123456789', type: 'text', text: { body: 'Hello' } },
    })
    expect(response.status()).toBe(400)
    expect(await response.json()).toMatchObject({
      error: { code: 131047, type: 'OAuthException', message: expect.stringContaining('131047') },
    })
  })
})

test('a customer who shows no number is accepted and answered', async () => {
  await phone.take('Sam Rivera')
  await phone.write('Do you ship to Canada?')
  await inbox.open('Sam Rivera')
  await toAppear(desk.getByText('@samrivera'))
  await inbox.answer('We do, within a week.')
  await toAppear(phone.bubble('We do, within a week.'))
})

describe('WhatsApp switched off on its page', () => {
  const text = 'Is anybody there?'

  test('asks first, and then says that it is disabled', async () => {
    await desk.goto('/backend/integrations/channel_whatsapp')
    await switchWhatsApp().click()
    await desk.getByRole('alertdialog').getByRole('button', { name: 'Disable', exact: true }).click()
    await toAppear(desk.getByText('WhatsApp is disabled'))
    expect(await switchWhatsApp().isChecked()).toBe(false)
  })

  test('answers the webhook with 403 and stores nothing', async () => {
    const before = await get(`${HUB}/deliveries?limit=100`)
    const { id } = await conversationOf('Sam Rivera')
    await phone.write(text)
    await toAppear(phone.webhook('1 message', '403'))
    await toAppear(phone.bubble(text).getByRole('img', { name: 'Not yet received by the business' }))
    expect((await get(`${HUB}/deliveries?limit=100`)).items).toHaveLength(before.items.length)
    expect(JSON.stringify(await get(`${HUB}/conversations/${id}/messages`))).not.toContain(text)
  })

  test('goes on when it is enabled again: Meta’s next try brings the message in', async () => {
    await switchWhatsApp().click()
    await toAppear(desk.getByText('WhatsApp is enabled', { exact: true }))
    await phone.webhook('1 message', '403').getByRole('button', { name: 'Redeliver now' }).click()
    await desk.getByRole('link', { name: 'Inbox' }).click()
    await toAppear(inbox.row('Sam Rivera').getByText(text))
    await toAppear(phone.bubble(text).getByRole('img', { name: 'Received by the business' }))
  })
})

test('on a phone-sized screen the list gives way to the thread, which answers and leads back', async () => {
  const page = await stage.newPage(PHONE_SIZED)
  const small = await openInbox(page, 'agent@acme.test')
  await small.open('Maria Nowak')
  await toDisappear(small.row('Maria Nowak'))
  await phone.take('Maria Nowak')
  await small.answer('It waits for you at the counter.')
  await toAppear(phone.bubble('It waits for you at the counter.'))
  await toAppear(small.tick('It waits for you at the counter.', 'Read'))
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await toAppear(small.row('Maria Nowak').getByText('It waits for you at the counter.'))
  expect(await sidewaysOf(page)).toBe(0)
  await page.context().close()
})

test('another tenant’s inbox stays empty through all of it', async () => {
  const page = await stage.newPage(DESKTOP)
  await openInbox(page, 'admin@birch.test')
  await toAppear(page.getByText('No conversations yet'))
  await page.context().close()
})

test('no page complained to the console', () => {
  expect(stage.problems).toEqual([])
})
