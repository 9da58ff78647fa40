import {
  animation,
  HTML,
  PDF,
  PROGRAM,
  picture,
  pictureBomb,
  SVG,
} from '@open-mercato/communication-channels/testing/sample-files'
import { type DepotShop, openDepotShop } from './support/depotShop.ts'
import { everythingKept, uploadTo } from './support/uploads.ts'

const MB = 1024 * 1024
const FILES = '/api/communication_channels/files'

let at: DepotShop
let jpeg: Buffer
beforeAll(async () => {
  at = await openDepotShop()
  jpeg = await picture('jpeg')
})
afterAll(() => at.close())

const upload = (bytes: Uint8Array, fileName?: string) => uploadTo(at.shop, at.channelId, bytes, fileName)
const fromLink = (link: string) =>
  at.shop.acme.agent('post', `${FILES}/from-link`).send({ link, channelId: at.channelId })
const clear = { error: expect.any(String), action: expect.any(String) }

async function leavesNothing(act: () => Promise<void>): Promise<void> {
  const before = await everythingKept(at.shop)
  await act()
  expect(await everythingKept(at.shop)).toEqual(before)
}

describe('an upload is refused with a clear word, and nothing is left behind, of', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['nothing at all', () => Buffer.alloc(0), 'empty.pdf', 'file_empty'],
    ['a document called a picture', () => PDF, 'tent.jpg', 'file_not_what_it_says'],
    ['a picture called a document', () => jpeg, 'bill.pdf', 'file_not_what_it_says'],
    ['a document whose name is turned around', () => PDF, 'bill\u202Efdp.jpg', 'file_not_what_it_says'],
    ['a drawing with a script', () => SVG, 'logo.svg', 'file_active'],
    ['one that is called a picture', () => SVG, 'logo.png', 'file_active'],
    ['a page', () => HTML, 'page.html', 'file_active'],
    ['one that is called a text', () => HTML, 'notes.txt', 'file_active'],
    ['a program', () => PROGRAM, 'setup.exe', 'file_active'],
    ['one that is called a picture', () => PROGRAM, 'tent.jpg', 'file_active'],
    ['a script', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), 'run.sh', 'file_active'],
    [
      'a picture that unpacks to 900 million pixels',
      () => pictureBomb(),
      'small.png',
      'file_too_many_pixels',
    ],
    ['half a picture', () => jpeg.subarray(0, jpeg.byteLength / 2), 'tent.jpg', 'file_unreadable'],
  ])('%s', (_, bytes, name, code) =>
    leavesNothing(async () => {
      const { body } = await upload(await bytes(), name).expect(422)
      expect(body).toMatchObject({ code, ...clear })
    }),
  )

  it('101 MB', () =>
    leavesNothing(async () => {
      const large = Buffer.concat([PDF, Buffer.alloc(101 * MB)])
      const { body } = await upload(large, 'large.pdf').expect(422)
      expect(body).toMatchObject({
        code: 'file_too_large',
        ...clear,
        error: 'The file is larger than 100 MB.',
      })
    }))

  it('more than anybody would try', () =>
    leavesNothing(async () => {
      const { body } = await upload(Buffer.alloc(130 * MB), 'large.pdf').expect(413)
      expect(body).toMatchObject({ code: 'too_large', ...clear })
    }))

  it('anything, to a number of somebody else or of nobody', () =>
    leavesNothing(async () => {
      const [theirs] = await at.shop.sql<{ id: string }>(
        'select id from cc_communication_channels where tenant_id = ?',
        [at.shop.birch.tenantId],
      )
      for (const channelId of [theirs!.id, '01990000-0000-7000-8000-000000000000']) {
        await uploadTo(at.shop, channelId, jpeg, 'tent.jpg').expect(404)
      }
      await uploadTo(at.shop, 'no number', jpeg, 'tent.jpg').expect(400)
    }))
})

it.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\tent', 'tent'],
  ['tent\u202Egpj.', 'tentgpj'],
  ['a\u0000b\nc', 'abc'],
  ['', 'file'],
])('the name %j is kept as %j and nothing else of it', async (name, kept) => {
  const { body } = await upload(jpeg, name).expect(201)
  expect(body.file.name).toBe(`${kept}.jpg`)
})

it('a sticker of the wrong size is offered as one only after conversion', async () => {
  const { body } = await upload(await picture('webp', 400, 300), 'wave.webp').expect(201)
  expect(body.as.find(({ type }: { type: string }) => type === 'sticker')).toEqual({
    type: 'sticker',
    ok: false,
    problem: {
      code: 'file_dimensions',
      message: 'A sticker has to have 512 × 512 pixels; this one has 400 × 300.',
    },
    convertible: true,
  })
  const refused = await at.send({ type: 'sticker', media: { fileId: body.file.id } }).expect(422)
  expect(refused.body).toMatchObject({
    code: 'content_invalid',
    fieldErrors: { 'content.media.fileId': expect.stringContaining('512 × 512') },
  })
})

it('a sticker that moves has its own limit', async () => {
  const { body } = await upload(await animation('webp', 512), 'wave.webp').expect(201)
  expect(body.file).toMatchObject({ isAnimated: true, width: 512, height: 512 })
  expect(body.as[0]).toMatchObject({ type: 'sticker', ok: true })
})

describe('a link is refused with a clear word, and nothing is left behind, to', () => {
  const forbidden = [
    'http://127.0.0.1/tent.jpg',
    'http://127.1/tent.jpg',
    'http://[::ffff:127.0.0.1]/tent.jpg',
    'http://[::1]/tent.jpg',
    'http://2130706433/tent.jpg',
    'http://0x7f000001/tent.jpg',
    'http://0177.0.0.1/tent.jpg',
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.google.internal/computeMetadata/v1/',
    'http://localhost/tent.jpg',
    'http://user:secret@shop.example/tent.jpg',
    'http://shop.example:6379/',
  ]
  it.each(forbidden)('%s', (link) =>
    leavesNothing(async () => {
      const { body } = await fromLink(link).expect(422)
      expect(body).toMatchObject({ code: 'link_forbidden', ...clear })
      const sent = await at.send({ type: 'image', media: { link } }).expect(422)
      const fieldErrors = { 'content.media.link': expect.any(String) }
      expect(sent.body).toMatchObject({ code: 'link_forbidden', fieldErrors, ...clear })
    }),
  )

  it('this very product', () =>
    leavesNothing(async () => {
      const { body } = await fromLink(`${at.shop.simulatorUrl}/sim/state`).expect(422)
      expect(body).toMatchObject({ code: 'link_forbidden' })
    }))

  it.each(['ftp://shop.example/tent.jpg', 'file:///etc/passwd', 'no link', ''])('%j', async (link) => {
    await fromLink(link).expect(400)
  })

  it('an internal address in a header, named by its field', () =>
    leavesNothing(async () => {
      const header = { type: 'image', media: { link: 'http://10.0.0.1/a.jpg' } }
      const buttons = [{ id: 'a', title: 'A' }]
      const content = { type: 'interactive', kind: 'reply_buttons', header, body: 'x', buttons }
      const { body } = await at.send(content).expect(422)
      expect(Object.keys(body.fieldErrors)).toEqual(['content.header.media.link'])
    }))
})
