import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { PHONE_SIZED, sidewaysOf, toAppear, toDisappear } from './support/browser.ts'
import { type InboxPage, openInbox } from './support/inboxPage.ts'
import type { PhonePage } from './support/phonePage.ts'
import { openStage, type Stage } from './support/stage.ts'

// Files between a customer's phone and the inbox, in both directions, as people see them.

jest.setTimeout(60_000)

let stage: Stage
let desk: Page
let inbox: InboxPage
let phone: PhonePage
beforeAll(async () => {
  stage = await openStage()
  desk = stage.desk
  phone = stage.phone
  inbox = await openInbox(desk, 'agent@acme.test')
  await phone.take('Maria Nowak')
  await phone.openChat('Acme Outdoor')
  await phone.write('Something is wrong with my tent')
  await inbox.open('Maria Nowak')
})
afterAll(() => stage?.close())

const picture = async (name: string, format: 'jpeg' | 'tiff' = 'jpeg') => {
  const plain = sharp({ create: { width: 640, height: 480, channels: 3, background: '#2a7f62' } })
  return { name, mimeType: `image/${format}`, buffer: await plain.toFormat(format).toBuffer() }
}
const sendFromPhone = async (kind: string, caption?: string) => {
  const sheet = await phone.attach('File')
  await sheet.getByRole('button', { name: kind, exact: true }).click()
  if (caption) await sheet.getByRole('textbox', { name: 'Caption' }).fill(caption)
  await sheet.getByRole('button', { name: `Send ${kind.toLowerCase()}` }).click()
  await toDisappear(sheet)
}
const tray = () => desk.getByRole('list', { name: 'Attached files' })
const row = (name: string) => tray().getByRole('listitem').filter({ hasText: name })
const attach = (...files: Awaited<ReturnType<typeof picture>>[]) =>
  desk.getByTestId('file-picker').setInputFiles(files)
/** What the system hands a page with files that are dragged or copied from elsewhere. */
const transferOf = async (...files: Awaited<ReturnType<typeof picture>>[]) =>
  desk.evaluateHandle(
    (made) => {
      const transfer = new DataTransfer()
      for (const { name, type, bytes } of made) {
        const content = Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))
        transfer.items.add(new File([content], name, { type }))
      }
      return transfer
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, bytes: buffer.toString('base64') })),
  )
const send = () => desk.getByRole('button', { name: 'Send', exact: true }).click()

describe('what a customer sends', () => {
  test('a picture stands in the thread, and a click shows it large', async () => {
    await sendFromPhone('Photo', 'This pole is bent')
    const small = desk.getByRole('button', { name: 'Open: Picture from Maria Nowak: This pole is bent' })
    await toAppear(small)
    await small.click()
    const large = desk.getByRole('dialog').getByRole('img', { name: /This pole is bent/ })
    await toAppear(large)
    const width = await large.evaluate((shown: HTMLImageElement) =>
      shown.decode().then(() => shown.naturalWidth),
    )
    expect(width).toBeGreaterThan(0)
    await desk.keyboard.press('Escape')
    await toDisappear(large)
    await toAppear(small.and(desk.locator(':focus')))
  })

  test('one that could not be fetched says so, and is there once somebody asks again', async () => {
    await desk.request.patch(`${stage.phoneUrl}/sim/faults`, {
      data: { failNextMedia: { downloads: ['503'] } },
    })
    await sendFromPhone('Photo', 'The other pole')
    const late = inbox.bubble('The other pole')
    await toAppear(late.getByText('Not there yet. Trying again…'))
    await late.getByRole('button', { name: 'Try again' }).click()
    await toAppear(late.getByRole('button', { name: 'Open: Picture from Maria Nowak: The other pole' }))
  })

  test('a voice note can be listened to, and a document downloaded', async () => {
    await sendFromPhone('Voice message')
    const player = inbox.thread.getByRole('group', { name: 'Voice message' })
    await player.getByRole('button', { name: 'Play' }).click()
    await toAppear(player.getByRole('button', { name: 'Pause' }))
    await sendFromPhone('Document')
    const download = desk.waitForEvent('download')
    await inbox.thread.getByRole('link', { name: /^Download .*\.pdf/ }).click()
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  })
})

describe('what staff attaches', () => {
  test('goes out in its order, each with its own caption, after the text', async () => {
    await attach(await picture('left.jpg'), await picture('right.jpg'))
    await desk.getByRole('textbox', { name: 'Caption of right.jpg' }).fill('The right pole')
    await inbox.answerField.fill('These are the new poles')
    await toAppear(desk.getByText('Your text is sent first, as a message of its own.'))
    await send()
    await toAppear(phone.bubble('The right pole').getByRole('img', { name: 'The right pole' }))
    await toAppear(phone.bubble('These are the new poles'))
    await toDisappear(tray())
    await toAppear(desk.getByRole('button', { name: 'Open: Picture from We: The right pole' }))
  })

  test('is taken from where it is dropped, and goes out', async () => {
    const dataTransfer = await transferOf(await picture('front.jpg'), await picture('back.jpg'))
    const invitation = desk.getByText('Drop files to attach them for Maria Nowak')
    await inbox.thread.dispatchEvent('dragenter', { dataTransfer })
    await toAppear(invitation)
    await inbox.thread.dispatchEvent('dragover', { dataTransfer })
    await inbox.thread.dispatchEvent('drop', { dataTransfer })
    await toDisappear(invitation)
    await toAppear(row('front.jpg'))
    await toAppear(row('back.jpg'))
    await desk.getByRole('textbox', { name: 'Caption of back.jpg' }).fill('Seen from behind')
    await send()
    await toAppear(phone.bubble('Seen from behind').getByRole('img', { name: 'Seen from behind' }))
    await toDisappear(tray())
  })

  test('is nowhere where it is let go beside the conversation, and the page stays', async () => {
    const dataTransfer = await transferOf(await picture('stray.jpg'))
    const list = desk.getByRole('list', { name: 'Conversations' })
    const isTaken = await list.evaluate(
      (beside, transfer) =>
        !beside.dispatchEvent(
          new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
        ),
      dataTransfer,
    )
    expect(isTaken).toBe(true)
    expect(await tray().count()).toBe(0)
  })

  test('is taken from the clipboard, where a copied text stays a text', async () => {
    const paste = (clipboardData: Awaited<ReturnType<typeof transferOf>>) =>
      inbox.answerField.evaluate(
        (field, data) =>
          field.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          ),
        clipboardData,
      )
    const asTable = await transferOf(await picture('cells.png'))
    await asTable.evaluate((transfer) => {
      transfer.setData('text/plain', 'a table')
      transfer.setData('text/html', '<table></table>')
    })
    expect(await paste(asTable)).toBe(true)
    expect(await tray().count()).toBe(0)

    expect(await paste(await transferOf(await picture('screen.jpg')))).toBe(false)
    await toAppear(row('screen.jpg'))
    await inbox.answerField.fill('As I see it')
    await send()
    await toAppear(phone.bubble('As I see it').getByRole('img'))
    await toDisappear(tray())
  })

  test('is converted once somebody agrees', async () => {
    await attach(await picture('scan.tiff', 'tiff'))
    await row('scan.tiff').getByRole('button', { name: 'Convert to JPEG' }).click()
    await inbox.answerField.fill('Scanned for you')
    await send()
    await toAppear(phone.bubble('Scanned for you').getByRole('img'))
  })

  test('is refused with its reason where it may not go out', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    await attach({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) })
    await toAppear(row('logo.svg').getByText('Send it as a PDF or as a picture.', { exact: false }))
    await desk.getByRole('button', { name: 'Remove logo.svg' }).click()
    await toDisappear(tray())
  })

  test('a voice note is recorded here, listened to, and plays on the phone', async () => {
    await desk.getByRole('button', { name: 'Record a voice message' }).click()
    await toAppear(desk.getByRole('timer').filter({ hasText: '0:01' }))
    await desk.getByRole('button', { name: 'Stop and listen' }).click()
    await toAppear(desk.getByRole('group', { name: 'Your recording' }))
    await desk.getByRole('button', { name: 'Send the voice message' }).click()
    await toAppear(phone.bubble('Tap to play'))
    await toDisappear(tray())
  })
})

test('a phone-sized inbox shows the files without a sideways scroll', async () => {
  const small = await stage.newPage(PHONE_SIZED)
  const pocket = await openInbox(small, 'agent@acme.test')
  await pocket.open('Maria Nowak')
  await toAppear(pocket.thread.getByRole('group', { name: 'Voice message' }))
  expect(await sidewaysOf(small)).toBe(0)
})

test('no page complained about anything but the refused file', () => {
  expect(stage.problems.filter((problem) => !problem.includes('422'))).toEqual([])
})
