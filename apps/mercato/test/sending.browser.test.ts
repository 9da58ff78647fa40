import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { Locator } from 'playwright-core'
import { toAppear } from './support/browser.ts'
import { type InboxPage, openInbox } from './support/inboxPage.ts'
import { onDatabase } from './support/onDatabase.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: messages that leave later, that nobody knows about, and that go to many.

const HUB = '/api/communication_channels'
const [number] = defaultAccounts[0]!.numbers

jest.setTimeout(60_000)

let stage: Stage
let inbox: InboxPage
beforeAll(async () => {
  stage = await openStage()
  const { items } = await simulator('customers')
  for (const customer of ['Maria Nowak', 'Anna Schmidt']) {
    const { id } = items.find(({ name }: { name: string }) => name === customer)
    await simulator('messages', { customerId: id, phoneNumberId: number!.id, text: 'Hello?' })
  }
  inbox = await openInbox(stage.desk, 'admin@acme.test')
})
afterAll(() => stage?.close())

async function simulator(path: string, body?: object, method = body ? 'POST' : 'GET') {
  const headers = { 'content-type': 'application/json' }
  const address = `${stage.phoneUrl}/sim/${path}`
  return (await fetch(address, { method, headers, body: body && JSON.stringify(body) })).json()
}
const faults = (change: object) => simulator('faults', change, 'PATCH')
const button = (name: string | RegExp, within: Locator = stage.desk.locator('body')) =>
  within.getByRole('button', { name })
const confirm = (name: string) => button(name, stage.desk.getByRole('alertdialog')).click()

describe('an answer that is to leave in an hour', () => {
  const text = 'The shop opens again at noon.'

  test('stands in the thread with the time at which it leaves', async () => {
    await inbox.open('Maria Nowak')
    await inbox.answerField.fill(text)
    await button('Send later').click()
    await button(/^In 1 hour/).click()
    await toAppear(inbox.bubble(text).getByText(/^Leaves /))
    await toAppear(inbox.tick(text, 'Waiting to be sent'))
  })

  test('is cancelled, and nobody gets it', async () => {
    await button('Cancel sending', inbox.bubble(text)).last().click()
    await toAppear(inbox.bubble(text).getByText('Cancelled before it left. Nobody received it.'))
    await inbox.answer('We are open now.')
    await toAppear(inbox.tick('We are open now.', 'Delivered'))
    await stage.phone.take('Maria Nowak')
    await stage.phone.openChat(number!.verifiedName)
    await toAppear(stage.phone.bubble('We are open now.'))
    expect(await stage.phone.bubble(text).count()).toBe(0)
  })
})

describe('answers of which nobody hears what became of them', () => {
  const text = 'Your parcel leaves today.'

  test('say in their threads that it is not known yet, and offer nothing', async () => {
    await faults({ dropNextAnswers: 2, dropWebhooks: true })
    for (const customer of ['Anna Schmidt', 'Maria Nowak']) {
      await inbox.open(customer)
      await inbox.answer(text)
      await toAppear(inbox.bubble(text).getByText(/^Not known yet whether it went out/))
    }
    expect(await button(/may get it twice|may never get it/).count()).toBe(0)
  })

  test('offer both choices with their risk after five minutes', async () => {
    await onDatabase(
      stage.databaseUrl,
      `update cc_external_messages set updated_at = updated_at - interval '5 minutes' where status = 'unknown'`,
    )
    await stage.desk.reload()
    await toAppear(inbox.bubble(text).getByText('Outcome unknown.'))
    await toAppear(button('Send again — Maria Nowak may get it twice'))
    await toAppear(button('Leave it — Maria Nowak may never get it'))
  })

  test('are counted above the list by then, which leads to all of them', async () => {
    await stage.desk.getByRole('link', { name: 'Messages that may not have gone out: 2' }).click()
    await toAppear(stage.desk.getByText('Open: 2'))
  })

  test('are sent again or left, after a question that says the risk', async () => {
    // By now everything was told that would have settled them, and is lost.
    await faults({ dropWebhooks: false })
    await stage.desk.getByRole('checkbox', { name: /^Choose: Maria Nowak/ }).check()
    await button('Send again…').click()
    await toAppear(stage.desk.getByText(/gets the same message twice/))
    await confirm('Send again')
    await toAppear(stage.desk.getByText('Sent again: 1.'))
    await stage.desk.getByRole('checkbox', { name: 'Choose all shown' }).check()
    await button('Leave as they are…').click()
    await confirm('Leave them')
    await toAppear(stage.desk.getByText('Nothing is in doubt'))
  })

  test('tell it in their threads, where the customer has one of them twice', async () => {
    await stage.desk.getByRole('link', { name: 'Inbox' }).click()
    await inbox.open('Maria Nowak')
    await toAppear(inbox.bubble(text).getByText(/^Sent again on /))
    await toAppear(inbox.tick(text, 'Read'))
    expect(await stage.phone.bubble(text).count()).toBe(2)
    await inbox.open('Anna Schmidt')
    await toAppear(inbox.bubble(text).getByText(/^Left as it is on /))
  })
})

describe('a batch', () => {
  test('is drawn to its end as it goes on', async () => {
    const { desk } = stage
    await desk.goto('/backend/batches')
    await toAppear(desk.getByText('No batches yet'))
    // Who has never written here has to have agreed.
    const agreed = await desk.request.post(`${HUB}/consents`, {
      headers: { 'idempotency-key': 'reminders-wanted' },
      data: {
        ...{ phone: '+5511912345678', purposes: ['utility'], change: 'opt_in', source: 'checkout' },
        ...{ text: 'Remind me of my appointment.', evidence: { reference: 'Booked in the shop' } },
      },
    })
    expect(agreed.status()).toBe(201)
    const status = await desk.evaluate(async (hub) => {
      const { items } = await (await fetch(`${hub}/channels`)).json()
      const content = { type: 'template', name: 'appointment_reminder', language: 'en_US', parameters: {} }
      const phones = ['+48601234567', '+4915123456789', '+5511912345678', '+48601234567']
      const recipients = phones.map((phone) => ({ phone }))
      const answer = await fetch(`${hub}/batches`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'sending-story' },
        body: JSON.stringify({ name: 'Reminders', channelId: items[0].id, content, recipients }),
      })
      return answer.status
    }, HUB)
    expect(status).toBe(202)
    const card = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: 'Reminders' }) })
    await toAppear(card.getByText('Finished'))
    await toAppear(card.getByText('Not reached'))
  })

  test('reports what became of each recipient', async () => {
    const { desk } = stage
    await desk.getByRole('link', { name: 'Reminders' }).click()
    await toAppear(desk.getByRole('button', { name: 'Not sent 1' }))
    const double = desk.getByRole('row').filter({ hasText: 'This person is in the batch already.' })
    await toAppear(double.getByText('+48601234567'))
    await toAppear(desk.getByRole('row').filter({ hasText: '+5511912345678' }).getByText('Delivered'))
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: 'Download as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('Reminders.csv')
  })

  test('leaves messages that say where they come from', async () => {
    await stage.desk.goto('/backend/inbox')
    await inbox.open('Maria Nowak')
    await toAppear(inbox.bubble('This is a reminder of your appointment').getByText('Batch', { exact: true }))
  })
})

test('no page complained to the console', () => {
  expect(stage.problems).toEqual([])
})
