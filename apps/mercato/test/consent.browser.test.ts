import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Locator } from 'playwright-core'
import { PHONE_SIZED, sidewaysOf, toAppear, toDisappear } from './support/browser.ts'
import { type InboxPage, inboxOn, openInbox } from './support/inboxPage.ts'
import type { PhonePage } from './support/phonePage.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: somebody wants no more offers, and then wants them again.

const HUB = '/api/communication_channels'
const OFFER = 'Welcome back'

jest.setTimeout(60_000)

let stage: Stage
let inbox: InboxPage
let phone: PhonePage
beforeAll(async () => {
  stage = await openStage()
  phone = stage.phone
  inbox = await openInbox(stage.desk, 'admin@acme.test')
  const saved = await call('put', 'settings', { consentRules: { doubleOptIn: true } })
  expect(saved.status()).toBe(200)
  await phone.take('Maria Nowak')
  await phone.openChat('Acme Outdoor')
  await phone.write('Is the green tent back?')
  await inbox.open('Maria Nowak')
})
afterAll(() => stage?.close())

/** As the shop's own programs do, with the session of the desk. */
async function call(method: 'put' | 'post', path: string, data: object) {
  const headers = { 'idempotency-key': randomUUID() }
  return stage.desk.request[method](`${HUB}/${path}`, { data, headers })
}
const minutesAway = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const conversationId = () => new URL(stage.desk.url()).searchParams.get('conversation')
const offer = (firstName: string) => ({
  ...{ type: 'template', name: 'welcome_back', language: 'en_US' },
  parameters: { body: { first_name: firstName } },
})
const sheet = () => stage.desk.getByRole('dialog', { name: 'What was decided about this message' })
const button = (name: string | RegExp, within: Locator) => within.getByRole('button', { name })

async function templates() {
  await button('Choose a template', stage.desk.locator('body')).click()
  const dialog = stage.desk.getByRole('dialog', { name: 'Send a template' })
  await toAppear(dialog.getByText('Appointment reminder'))
  return dialog
}
async function close(dialog: Locator) {
  await dialog.press('Escape')
  await toDisappear(dialog)
}

describe('somebody who agreed to offers', () => {
  test('gets one tomorrow', async () => {
    const evidence = { reference: 'Newsletter form of the shop' }
    const agreed = await call('post', 'consents', {
      ...{ phone: '+48601234567', purposes: ['marketing'], change: 'opt_in', source: 'form', evidence },
      ...{ text: 'Send me offers.', occurredAt: minutesAway(-60), confirmedAt: minutesAway(-50) },
    })
    expect(agreed.status()).toBe(201)
    const queued = await call('post', `conversations/${conversationId()}/messages`, {
      ...{ content: offer('Maria'), scheduledAt: minutesAway(24 * 60) },
    })
    expect(queued.status()).toBe(202)
    await toAppear(inbox.bubble('Maria').getByText(/^Leaves /))
  })
})

describe('STOP', () => {
  test('is confirmed to them, and says what still comes', async () => {
    await phone.write('Stop!')
    await toAppear(phone.bubble('You will get no more offers or advertising from Acme Outdoor.'))
    await toAppear(phone.bubble('Messages about your orders and appointments still come.'))
  })

  test('stops the offer that was to leave tomorrow, and its line says why', async () => {
    const line = inbox.bubble('Stopped before it left: This person opted out of such messages.')
    await toAppear(line)
    await button('Why?', line).last().click()
    await toAppear(sheet().getByText('It was stopped before it left.'))
    await toAppear(
      sheet().getByText(/This person agreed to marketing messages in a form and confirmed it on/),
    )
    await toAppear(sheet().getByText('When it was stopped'))
    await close(sheet())
  })

  test('bars the next offer in the composer, with its reason, before anything is sent', async () => {
    const dialog = await templates()
    const why = dialog.getByRole('region', { name: 'Marketing: not to this person now' })
    await toAppear(why.getByText(/opted out of marketing messages on .* by writing STOP/))
    await toAppear(dialog.getByText(OFFER, { exact: true }))
    expect(await button(OFFER, dialog).count()).toBe(0)
    expect(await button('Appointment reminder', dialog).count()).toBe(1)
    await close(dialog)
  })

  test('bars it for the shop’s programs as well', async () => {
    const refused = await call('post', `conversations/${conversationId()}/messages`, {
      content: offer('Maria'),
    })
    expect(refused.status()).toBe(422)
    expect(await refused.json()).toMatchObject({ code: 'opted_out', error: expect.stringMatching(/STOP/) })
  })

  test('leaves answers alone, and the explanation says on what they rest', async () => {
    await inbox.answer('The green one comes on Monday.')
    await toAppear(phone.bubble('The green one comes on Monday.'))
    await inbox.actOn('The green one comes on Monday.', 'Why?')
    await toAppear(sheet().getByText('It was allowed to leave, and it left.'))
    await toAppear(sheet().getByText(/The customer wrote recently, so you can write freely until/))
    await toAppear(sheet().getByText('The same answer, for the same reasons.'))
    await close(sheet())
  })
})

describe('START', () => {
  test('asks for a second yes, without which no offer leaves', async () => {
    await phone.write('start')
    await toAppear(phone.bubble('Do you want to get offers and news from Acme Outdoor?'))
    const dialog = await templates()
    await toAppear(dialog.getByText(/has not confirmed it yet, and your organisation asks for a second yes/))
    expect(await button(OFFER, dialog).count()).toBe(0)
    await close(dialog)
  })

  test('brings offers back once they said yes', async () => {
    await phone.tap('Do you want to get offers', 'Yes')
    await toAppear(phone.bubble('You have confirmed that you want to get offers and news'))
    const dialog = await templates()
    await button(OFFER, dialog).click()
    await dialog.getByRole('textbox', { name: 'First name' }).fill('Maria')
    await button('Send template', dialog).click()
    await toDisappear(dialog)
    await toAppear(inbox.tick('Maria', 'Read'))
  })
})

test('the explanation fits on a phone, in German too', async () => {
  const page = await stage.newPage(PHONE_SIZED)
  const small = await openInbox(page, 'agent@acme.test')
  await page.goto(`/backend/inbox?conversation=${conversationId()}`)
  await toAppear(small.bubble('Stopped before it left'))
  await page.evaluate("localStorage.setItem('om_locale', 'de')")
  await page.reload()
  const line = inboxOn(page, 'Nachrichten').bubble('Vor dem Senden angehalten')
  await button('Warum?', line).last().click()
  const dialog = page.getByRole('dialog', { name: 'Was über diese Nachricht entschieden wurde' })
  await toAppear(dialog.getByText('Sie wurde angehalten, bevor sie hinausging.'))
  await toAppear(dialog.getByText(/Diese Person hat zugestimmt, Werbenachrichten zu erhalten/))
  expect(await sidewaysOf(page)).toBe(0)
})

test('no page complained', () => {
  expect(stage.problems).toEqual([])
})
