import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { foundType } from './rules/media/found-type.ts'
import { sampleFile } from './samples/sample-files.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { call, NUMBER } from './testing/business.ts'
import { uploadSample } from './testing/uploads.ts'

let simulator: Simulator
let browser: Browser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  // In a process of its own: the bundler does not run inside a test runner.
  execFileSync(process.execPath, [join(import.meta.dirname, 'pages/build.ts')], { stdio: 'inherit' })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    // A microphone that beeps, and nobody who has to allow it.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  })
  const context = await browser.newContext({ permissions: ['microphone'] })
  context.setDefaultTimeout(10_000)
  context.on('weberror', ({ error }) => problems.push(error().message))
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page = await context.newPage()
  await page.goto(`${simulator.url}/?customer=maria&number=${NUMBER}`)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await simulator?.close()
})

const bubbles = (kind: string) => page.locator(`article[data-kind="${kind}"]`)
const isSeen = (what: Locator) => what.waitFor({ state: 'visible' })
const sendFile = async (kind: string, choose?: (sheet: Locator) => Promise<void>) => {
  await page.getByRole('button', { name: 'Attach' }).click()
  await page.getByRole('button', { name: 'File', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Send a file' })
  await sheet.getByRole('button', { name: kind, exact: true }).click()
  await choose?.(sheet)
  await sheet.getByRole('button', { name: /^Send / }).click()
  await sheet.waitFor({ state: 'hidden' })
}
const choose = (name: string, mimeType: string, buffer: Buffer) => async (sheet: Locator) => {
  await sheet.getByLabel('Choose a file').setInputFiles({ name, mimeType, buffer })
  await isSeen(sheet.getByText(name))
}
const lastSent = async () => {
  const { items } = (await call(simulator, 'GET', '/sim/messages?direction=inbound')).body
  const message = items.at(-1)
  const path = `/sim/messages/${encodeURIComponent(message.wamid)}/files/0`
  const bytes = Buffer.from(await (await fetch(simulator.url + path)).arrayBuffer())
  return { ...message, bytes }
}

test('a sample goes out with one tap, and its picture is in the chat', async () => {
  await sendFile('Photo', (sheet) => sheet.getByLabel('Caption').fill('The tent'))
  const picture = bubbles('image').getByRole('img', { name: 'The tent' })
  await isSeen(picture)
  expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1280)
})

test('a picture of any kind leaves as a JPEG, and as a sticker as a square WebP', async () => {
  // A red pixel.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  )
  await sendFile('Photo', choose('dot.png', 'image/png', png))
  const photo = await lastSent()
  expect(photo.content.payload.mime_type).toBe('image/jpeg')
  expect(foundType(photo.bytes)).toBe('image/jpeg')
  await sendFile('Sticker', choose('dot.png', 'image/png', png))
  const sticker = await lastSent()
  expect(sticker.content.payload.mime_type).toBe('image/webp')
  expect(foundType(sticker.bytes)).toBe('image/webp')
  const shown = bubbles('sticker').last().getByRole('img', { name: 'Sticker' })
  await isSeen(shown)
  expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(512)
})

test('a document is shown with its name and size, and can be saved', async () => {
  await sendFile('Document', choose('letter.txt', 'text/plain', Buffer.from('Dear shop')))
  const link = bubbles('document').getByRole('link', { name: /letter\.txt/ })
  await isSeen(link.getByText('TXT · 9 B'))
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('letter.txt')
})

test('a recording leaves as a voice message in Ogg with Opus', async () => {
  await page.getByRole('button', { name: 'Record a voice message' }).click()
  await isSeen(page.getByText('0:01'))
  await page.getByRole('button', { name: 'Send recording' }).click()
  await isSeen(bubbles('audio').getByRole('button', { name: /Voice message/ }))
  const recorded = await lastSent()
  expect(recorded.content.payload).toMatchObject({ mime_type: 'audio/ogg; codecs=opus', voice: true })
  expect(foundType(recorded.bytes)).toBe('audio/ogg; codecs=opus')
})

test('a discarded recording leaves nothing', async () => {
  const before = (await lastSent()).wamid
  await page.getByRole('button', { name: 'Record a voice message' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await isSeen(page.getByRole('textbox', { name: 'Message', exact: true }))
  expect((await lastSent()).wamid).toBe(before)
})

test('what the business sends is shown, and a voice message that is played is reported as played', async () => {
  const send = (content: object) =>
    call(simulator, 'POST', `/v26.0/${NUMBER}/messages`, {
      messaging_product: 'whatsapp',
      to: '+48601234567',
      ...content,
    })
  const audio = { id: await uploadSample(simulator, 'voice'), voice: true }
  const { body } = await send({ type: 'audio', audio })
  await send({ type: 'video', video: { link: 'https://samples.example/video' } })
  await isSeen(bubbles('video').getByLabel('Video'))
  const voice = bubbles('audio')
    .last()
    .getByRole('button', { name: /Voice message/ })
  await voice.click()
  await isSeen(voice.getByText('Played'))
  const { items } = (await call(simulator, 'GET', '/sim/messages?direction=outbound')).body
  const played = items.find((message: { wamid: string }) => message.wamid === body.messages[0].id)
  expect(played).toMatchObject({
    status: 'played',
    files: [{ byteSize: sampleFile('voice').bytes.length }],
  })
})

test('the next message can come from an advertisement, and 24 hours can pass for the chat', async () => {
  const tools = page.getByRole('complementary', { name: 'Tools' })
  await tools.getByLabel('The next message comes from an advertisement').check()
  await isSeen(page.getByText('The next message comes from an advertisement.', { exact: true }))
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('I saw your ad')
  await page.keyboard.press('Enter')
  await isSeen(bubbles('text').getByText('From an advertisement'))
  const chat = async () => (await call(simulator, 'GET', '/sim/threads')).body.items[0]
  const { windowExpiresAt, freeEntryOfferedUntil } = await chat()
  expect(freeEntryOfferedUntil).toBe(windowExpiresAt)
  await tools.getByRole('button', { name: 'Let 24 hours pass' }).click()
  await isSeen(tools.getByText('For Meta this chat is 24 hours older'))
  expect(Date.parse((await chat()).windowExpiresAt)).toBeLessThanOrEqual(Date.now())
})

test('nothing of it made the page complain', () => {
  expect(problems).toEqual([])
})
