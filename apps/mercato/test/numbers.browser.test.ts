import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import type { Locator, Page } from 'playwright-core'
import { smallPicture } from '../../../packages/channel-whatsapp/smoke/small-picture.ts'
import { PHONE_SIZED, sidewaysOf, signIn, toAppear, toDisappear } from './support/browser.ts'
import { openStage, type Stage } from './support/stage.ts'

// One story, told in order: what an administrator does with the numbers of an account.

const [account] = defaultAccounts
const [first, second] = account!.numbers
const PAGE = '/backend/integrations/channel_whatsapp?tab=connections'

jest.setTimeout(60_000)

let stage: Stage
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  desk = stage.desk
  await signIn(desk, 'admin@acme.test')
})
afterAll(() => stage?.close())

const atMeta = async (path: string, change?: object) => {
  const init = change ? { method: 'PATCH', body: JSON.stringify(change) } : {}
  const headers = { 'content-type': 'application/json' }
  return (await fetch(`${stage.phoneUrl}/sim/${path}`, { headers, ...init })).json()
}
const rowOf = (page: Page, number: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('switch', { name: `Use ${number}` }) })
const openNumber = (number: string) => desk.getByRole('button', { name: `Settings of ${number}` }).click()
const dialog = () => desk.getByRole('dialog')

describe('a number that Meta has taken off', () => {
  test('is seen as not registered once Meta is asked again', async () => {
    await atMeta(`numbers/${second!.id}`, { isRegistered: false, codeVerificationStatus: 'NOT_VERIFIED' })
    await desk.goto(PAGE)
    await toAppear(rowOf(desk, second!.displayPhoneNumber).getByText('80 messages a second'))
    await desk.getByRole('button', { name: 'Read numbers and templates again' }).click()
    await toAppear(rowOf(desk, second!.displayPhoneNumber).getByText('Not registered'))
    expect(await rowOf(desk, first!.displayPhoneNumber).getByText('Not registered').count()).toBe(0)
  })

  test('and by the check of the connection, in plain words', async () => {
    await desk.getByRole('tab', { name: 'Health' }).click()
    await desk.getByRole('button', { name: 'Check now' }).click()
    await toAppear(
      desk.getByText(`Not registered with Meta, so nothing can be sent: ${second!.displayPhoneNumber}`),
    )
  })

  test('is verified with the code that Meta tells it, and registered with a PIN', async () => {
    await desk.goto(PAGE)
    await openNumber(second!.displayPhoneNumber)
    await dialog().getByRole('button', { name: 'Send a text message' }).click()
    await toAppear(desk.getByText('Meta is sending the code'))
    await dialog().getByLabel('Code').fill('000000')
    await desk.keyboard.press('Enter')
    await toAppear(dialog().getByText(/Ask for a new code/))

    const { items } = await atMeta('numbers')
    const { verificationCode } = items.find(({ id }: { id: string }) => id === second!.id)
    await dialog().getByLabel('Code').fill(verificationCode)
    await desk.keyboard.press('Enter')
    await toAppear(desk.getByText('The number is verified'))

    await dialog()
      .getByLabel('PIN of six digits')
      .fill(second!.pin ?? '123456')
    await desk.keyboard.press('Enter')
    await toAppear(dialog().getByText('Meta lets this number send and receive.'))
    await desk.keyboard.press('Escape')
    await toDisappear(dialog())
    await toDisappear(rowOf(desk, second!.displayPhoneNumber).getByText('Not registered'))
  })
})

describe('the profile of a number', () => {
  test('is changed, with its picture', async () => {
    await openNumber(first!.displayPhoneNumber)
    await dialog().getByLabel('About').fill('Tents and more')
    await dialog().getByRole('button', { name: 'Save the texts' }).click()
    await toAppear(desk.getByText('The profile is saved'))
    const picture = { name: 'shop.png', mimeType: 'image/png', buffer: Buffer.from(smallPicture()) }
    await dialog().locator('input[type=file]').setInputFiles(picture)
    await dialog().getByRole('button', { name: 'Save the picture' }).click()
    await toAppear(desk.getByText('The picture is saved'))
    const shown = dialog().getByRole('img', { name: 'Profile picture' })
    await toAppear(shown)
    const width = await shown.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))
    expect(width).toBe(64)
    await desk.keyboard.press('Escape')
  })
})

describe('where Meta delivers to', () => {
  const level = (name: string) => desk.getByRole('listitem').filter({ hasText: name })

  test('is this server, by the account', async () => {
    await toAppear(desk.getByText('Meta delivers messages to this server.'))
    await toAppear(level('The WhatsApp Business account').getByText('Messages come here'))
  })

  test('is given up only after a question, and the loss is said in red', async () => {
    await desk.getByRole('button', { name: 'Use the app’s setting: The WhatsApp Business account' }).click()
    const question = desk.getByRole('alertdialog')
    await toAppear(question.getByText(/Meta will deliver these messages nowhere/))
    await question.getByRole('button', { name: 'Stop receiving here' }).click()
    const alert = desk.getByRole('alert').filter({ hasText: 'Meta delivers to no address of ours' })
    await toAppear(alert)
    await toAppear(rowOf(desk, first!.displayPhoneNumber).getByText('Receives nothing'))
    await desk.getByRole('button', { name: 'Receive messages here: The WhatsApp Business account' }).click()
    await toDisappear(alert)
  })

  test('is set for the app by a button, and the account then uses it', async () => {
    await desk.getByRole('button', { name: 'Receive messages here: The app' }).click()
    await toAppear(level('The app').getByText('Messages come here'))
    await desk.getByRole('button', { name: 'Use the app’s setting: The WhatsApp Business account' }).click()
    await toAppear(level('The WhatsApp Business account').getByText('As set for the app'))
    await toAppear(desk.getByText('Meta delivers messages to this server.'))
  })

  test('is set for one number alone by a button, and taken back', async () => {
    const number = second!.displayPhoneNumber
    const offers = (what: string) => desk.getByRole('button', { name: `${what}: ${number}` })
    const rowThat = (what: string) => desk.getByRole('listitem').filter({ has: offers(what) })
    await toAppear(rowThat('Receive messages here').getByText('As set for the account'))
    await offers('Receive messages here').click()
    await toAppear(rowThat('Use the account’s setting').getByText('Messages come here'))
    const other = `Receive messages here: ${first!.displayPhoneNumber}`
    expect(await desk.getByRole('button', { name: other }).count()).toBe(1)
    await offers('Use the account’s setting').click()
    await toAppear(rowThat('Receive messages here').getByText('As set for the account'))
    await toAppear(desk.getByText('Meta delivers messages to this server.'))
  })
})

describe('an access token that ended', () => {
  const banner = () => desk.getByText('The service no longer accepts the saved credentials.')
  const enterToken = async (token: string) => {
    await desk.getByRole('button', { name: 'Edit' }).click()
    await dialog()
      .getByLabel(/Access token/)
      .fill(token)
    await dialog().getByRole('button', { name: 'Save' }).click()
    await toDisappear(dialog())
  }

  test('is said at the head of the page, and a new one takes that back, without a reload', async () => {
    await enterToken('ended')
    await toAppear(banner())
    await toAppear(desk.getByText('New token needed'))
    await enterToken(account!.accessToken)
    await toDisappear(banner())
    await toDisappear(desk.getByText('New token needed'))
  })
})

test('a phone shows all of it without scrolling sideways', async () => {
  const page = await stage.newPage(PHONE_SIZED)
  await signIn(page, 'admin@acme.test')
  await page.goto(PAGE)
  await toAppear(page.getByText('Meta delivers messages to this server.'))
  expect(await sidewaysOf(page)).toBe(0)
  await page.getByRole('button', { name: `Settings of ${first!.displayPhoneNumber}` }).click()
  await toAppear(page.getByLabel('About'))
  expect(await sidewaysOf(page)).toBe(0)
})

test('and nothing complained', () => {
  // A refusal of Meta's is an answer with an error status, which Chromium notes.
  expect(stage.problems.filter((one) => !one.includes('status of 422'))).toEqual([])
})
