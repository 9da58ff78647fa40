import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { PHONE_SIZED, sidewaysOf, toAppear, toDisappear } from './support/browser.ts'
import { type InboxPage, openInbox } from './support/inboxPage.ts'
import type { PhonePage } from './support/phonePage.ts'
import { openStage, type Stage } from './support/stage.ts'

// One thread in which every kind of message goes both ways, told in order.

jest.setTimeout(60_000)

let stage: Stage
let inbox: InboxPage
let phone: PhonePage
beforeAll(async () => {
  stage = await openStage()
  phone = stage.phone
  await phone.take('Maria Nowak')
  await phone.openChat('Acme Outdoor')
  inbox = await openInbox(stage.desk, 'agent@acme.test')
})
afterAll(() => stage?.close())

describe('a text', () => {
  test('comes in from the phone', async () => {
    await phone.write('Do you have the two-person tent?')
    await inbox.open('Maria Nowak')
    await toAppear(inbox.bubble('Do you have the two-person tent?'))
  })

  test('goes out to the phone', async () => {
    await inbox.answer('We do. Shall I keep one for you?')
    await toAppear(phone.bubble('We do. Shall I keep one for you?'))
    await toAppear(inbox.tick('We do. Shall I keep one for you?', 'Read'))
  })
})

describe('a quote', () => {
  test('from the phone stands above the customer’s answer', async () => {
    await phone.quote('Shall I keep one for you?', 'Yes, until Friday.')
    await toAppear(inbox.quoteIn('Yes, until Friday.', 'Shall I keep one for you?'))
  })

  test('from the inbox stands above our answer on the phone', async () => {
    await inbox.quote('Yes, until Friday.', 'It is set aside.')
    await toAppear(
      phone.bubble('It is set aside.').getByRole('button').filter({ hasText: 'Yes, until Friday.' }),
    )
    await toAppear(inbox.quoteIn('It is set aside.', 'Yes, until Friday.'))
  })
})

describe('a reaction', () => {
  test('from the phone shows on our message', async () => {
    await phone.react('It is set aside.', '👍')
    await toAppear(inbox.reaction('It is set aside.', 'Maria Nowak', '👍'))
  })

  test('from the inbox shows on the customer’s message until it is taken back', async () => {
    await inbox.react('two-person tent?', '❤️')
    await toAppear(phone.reaction('two-person tent?', '❤️'))
    await toAppear(inbox.reaction('two-person tent?', 'You', '❤️'))
    await inbox.takeReactionBack('two-person tent?')
    await toDisappear(phone.reaction('two-person tent?', '❤️'))
    await toDisappear(inbox.reaction('two-person tent?', 'You', '❤️'))
  })

  test('of each can stay on different messages', async () => {
    await phone.react('Shall I keep one for you?', '🙏')
    await toAppear(inbox.reaction('Shall I keep one for you?', 'Maria Nowak', '🙏'))
    await inbox.react('Yes, until Friday.', '👍')
    await toAppear(phone.reaction('Yes, until Friday.', '👍'))
  })
})

describe('a location', () => {
  test('from the phone shows its name, its coordinates and the way to a map', async () => {
    const sheet = await phone.attach('Location')
    await sheet.getByRole('button', { name: 'Central Station' }).click()
    await sheet.getByRole('button', { name: 'Send location' }).click()
    const bubble = inbox.bubble('Central Station')
    await toAppear(bubble.getByText('52.22873, 21.00322'))
    await toAppear(bubble.getByRole('link', { name: 'Open on a map' }))
  })

  test('from the composer’s form is on the phone', async () => {
    const form = await inbox.attach('Location')
    await form.fill({ Name: 'Our shop', Address: 'Market Square 5, Warsaw' })
    await form.fill({ Latitude: '52.2497', Longitude: '21.0122' })
    await form.sendAway()
    await toAppear(phone.bubble('Our shop').getByText('Market Square 5, Warsaw'))
    await toAppear(inbox.bubble('Our shop').getByText('52.24970, 21.01220'))
  })
})

describe('a contact card', () => {
  test('from the phone shows whom to reach and how', async () => {
    const sheet = await phone.attach('Contact')
    await sheet.getByRole('button', { name: 'Send contact' }).click()
    await toAppear(inbox.bubble('Piotr Zieliński').getByRole('link', { name: '+48 512 345 678' }))
  })

  test('from the composer’s form is on the phone', async () => {
    const form = await inbox.attach('Contact card')
    await form.fill({ Name: 'Ewa Lis', Phone: '+48 600 700 800', Company: 'Acme Repairs' })
    await form.sendAway()
    await toAppear(phone.bubble('Ewa Lis'))
    await toAppear(inbox.bubble('Ewa Lis').getByRole('link', { name: '+48 600 700 800' }))
  })
})

describe('reply buttons', () => {
  const question = 'Which colour would you like?'

  test('do not go out while one of them is a character too long', async () => {
    const form = await inbox.attach('Reply buttons')
    await form.fill({ Text: question, 'Button 1': 'A green one for rain.' })
    await form.send()
    await toAppear(form.dialog.getByText('At most 20 characters.'))
    expect(await form.field('Button 1').getAttribute('aria-invalid')).toBe('true')
    await form.leave()
    expect(await inbox.bubble(question).count()).toBe(0)
    expect(await phone.bubble(question).count()).toBe(0)
  })

  test('go out once it is short enough; what was filled in has been kept', async () => {
    const form = await inbox.attach('Reply buttons')
    expect(await form.field('Text').inputValue()).toBe(question)
    await form.fill({ 'Button 1': 'A green one for rain' })
    await form.add('button')
    await form.fill({ 'Button 2': 'The sand one', Heading: 'Your tent', 'Small print': 'Both cost the same' })
    await form.sendAway()
    await toAppear(phone.bubble(question).getByRole('button', { name: 'The sand one' }))
  })

  test('bring the customer’s answer back with the question', async () => {
    await phone.tap(question, 'A green one for rain')
    await toAppear(inbox.quoteIn('Chose a button: A green one for rain', question))
  })
})

describe('a list', () => {
  const question = 'When will you come for it?'

  test('from the composer’s form opens on the phone', async () => {
    const form = await inbox.attach('List')
    await form.fill({ Text: question, Button: 'See the times', 'Row 1': 'In the morning' })
    await form.field('Description').fill('From 8 to 12')
    await form.add('row')
    await form.fill({ 'Row 2': 'In the afternoon' })
    await form.field('Description', 1).fill('From 14 to 18')
    await form.sendAway()
    await phone.tap(question, 'See the times')
    await toAppear(phone.sheet('See the times').getByText('From 8 to 12'))
  })

  test('brings the row that was chosen back with the question', async () => {
    await phone.sheet('See the times').getByRole('button', { name: 'In the afternoon' }).click()
    await toAppear(inbox.quoteIn('Chose from the list: In the afternoon', question))
    await toAppear(inbox.bubble('Chose from the list:').getByText('From 14 to 18'))
  })
})

test('a cart from the phone shows its lines and what they come to', async () => {
  const sheet = await phone.attach('Cart')
  await sheet.getByRole('button', { name: 'One Head lamp more' }).click()
  await sheet.getByRole('button', { name: 'One Head lamp more' }).click()
  await sheet.getByLabel('Note to the business').fill('Please wrap it.')
  await sheet.getByRole('button', { name: 'Send cart' }).click()
  const cart = inbox.bubble('Please wrap it.')
  await toAppear(cart)
  const lines = await cart.getByRole('listitem').allInnerTexts()
  expect(lines.map((line) => line.replaceAll(/\s+/g, ' '))).toEqual([
    'TENT-2-GREEN 1 × €189.00 €189.00',
    'LAMP-HEAD 2 × €24.99 €49.98',
  ])
  expect(await cart.innerText()).toMatch(/Total\s+€238\.98/)
})

// Told late, because Meta's times are whole seconds: within one, nobody can say which of two reactions came last.
test('a reaction that the customer takes back is gone', async () => {
  await phone.react('It is set aside.', '👍')
  await toDisappear(inbox.reaction('It is set aside.', 'Maria Nowak', '👍'))
})

describe('on a phone-sized screen', () => {
  test('nothing of the thread has to be scrolled sideways', async () => {
    await stage.desk.setViewportSize(PHONE_SIZED)
    await toAppear(inbox.bubble('Please wrap it.'))
    expect(await sidewaysOf(stage.desk)).toBe(0)
    const wider = (thread: { scrollWidth: number; clientWidth: number }) =>
      thread.scrollWidth - thread.clientWidth
    expect(await inbox.thread.evaluate(wider)).toBe(0)
  })

  test.each([['Location'], ['Contact card'], ['Reply buttons'], ['List']])(
    'nor the form: %s',
    async (kind) => {
      const form = await inbox.attach(kind)
      await toAppear(form.dialog)
      const { x, width } = (await form.dialog.boundingBox()) ?? { x: -1, width: 0 }
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(PHONE_SIZED.width)
      expect(await sidewaysOf(stage.desk)).toBe(0)
      await form.leave()
    },
  )
})

test('no page complained to the console', () => {
  expect(stage.problems).toEqual([])
})
