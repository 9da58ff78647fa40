import { randomUUID } from 'node:crypto'
import * as samples from '@open-mercato/communication-channels/testing/sample-files'
import { emptyTables } from './support/emptyTables.ts'
import { emptyInbox, receive, threadOf } from './support/inbox.ts'
import { fileOfMaria, type MediaShelf, openShelf } from './support/mediaShelf.ts'
import { fetchFile } from './support/receivedFiles.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let shelf: MediaShelf
beforeAll(async () => {
  shop = await openShop()
  shelf = openShelf()
})
beforeEach(async () => {
  await emptyInbox(shop)
  await emptyTables(shop, 'cc_message_files', 'cc_media_uploads', 'cc_media_files')
})
afterAll(async () => {
  shelf.putBack()
  await shop.close()
})

const FILES = '/api/communication_channels/files'

async function received(
  bytes: Uint8Array,
  said: object = {},
  type: 'image' | 'document' | 'audio' = 'document',
) {
  const id = randomUUID()
  shelf.lay(`media.${id}`, bytes)
  await receive(shop, fileOfMaria({ id, type, said }))
  return (await threadOf(shop)).at(-1).files[0]
}

describe('what is shown to a browser', () => {
  it.each([
    ['a photo', () => samples.picture(), 'image/jpeg', 'inline'],
    ['a moving picture', () => samples.animation('gif'), 'image/gif', 'inline'],
    ['a voice note', () => samples.VOICE_NOTE, 'audio/ogg', 'inline'],
    ['a video', () => samples.VIDEO, 'video/mp4', 'inline'],
    ['a paper', () => samples.PDF, 'application/pdf', 'attachment'],
    ['words', () => Buffer.from('Hello'), 'text/plain', 'attachment'],
    ['a picture that is a page too', () => samples.POLYGLOT, 'image/gif', 'inline'],
    ['a drawing with a script', () => samples.SVG, 'application/octet-stream', 'attachment'],
    ['a page', () => samples.HTML, 'application/octet-stream', 'attachment'],
    ['a program', () => samples.PROGRAM, 'application/octet-stream', 'attachment'],
    ['what nobody knows', () => Buffer.from([0, 1, 2]), 'application/octet-stream', 'attachment'],
  ])('%s', async (_case, make, contentType, disposition) => {
    const bytes = Buffer.from(await make())
    const { url } = await received(bytes, { filename: 'holiday.jpg' })
    const { headers, body } = await fetchFile(shop, url).expect(200)
    expect(body.equals(bytes)).toBe(true)
    expect(headers).toMatchObject({
      'content-type': contentType,
      'content-disposition': expect.stringMatching(`^${disposition};`),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    })
    const download = await fetchFile(shop, `${url}?download=1`).expect(200)
    expect(download.headers['content-disposition']).toMatch(/^attachment;/)
  })

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.pdf'],
    ['CON.pdf', '_CON.pdf'],
    [`${'a'.repeat(100)}.docx`, `${'a'.repeat(100)}.pdf`],
  ])('under a name that plays no tricks: %s', async (filename, name) => {
    const file = await received(samples.PDF, { filename })
    expect(file.name).toBe(name)
    const { headers } = await fetchFile(shop, file.url).expect(200)
    expect(headers['content-disposition']).toContain(`filename="${name}"`)
  })

  it('never what would fill the memory: a bomb is kept, and nothing is made of it', async () => {
    const bomb = samples.pictureBomb()
    const file = await received(bomb, {}, 'image')
    expect(file).toMatchObject({
      state: 'stored',
      mimeType: 'image/png',
      width: 30_000,
      previewUrl: null,
      hint: 'no_preview',
    })
    await fetchFile(shop, `${file.url}?variant=preview`).expect(404)
    const { body, headers } = await fetchFile(shop, file.url).expect(200)
    expect(body.equals(bomb)).toBe(true)
    expect(headers['content-disposition']).toMatch(/^attachment/)
  })
})

describe('parts of a file', () => {
  it('are served as players ask for them', async () => {
    const bytes = samples.wave(2)
    const { url } = await received(bytes, {}, 'audio')
    const whole = await fetchFile(shop, url).expect(200)
    expect(whole.headers).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': String(bytes.byteLength),
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    })
    const part = await fetchFile(shop, url, { range: 'bytes=10-19' }).expect(206)
    expect(part.headers['content-range']).toBe(`bytes 10-19/${bytes.byteLength}`)
    expect(part.body.equals(bytes.subarray(10, 20))).toBe(true)
    const end = await fetchFile(shop, url, { range: 'bytes=-5' }).expect(206)
    expect(end.body.equals(bytes.subarray(-5))).toBe(true)
    const beyond = await fetchFile(shop, url, { range: `bytes=${bytes.byteLength}-` }).expect(416)
    expect(beyond.headers['content-range']).toBe(`bytes */${bytes.byteLength}`)
    const { etag } = whole.headers
    await fetchFile(shop, url, { range: 'bytes=0-1', 'if-range': etag! }).expect(206)
    await fetchFile(shop, url, { range: 'bytes=0-1', 'if-range': '"another"' }).expect(200)
    const again = await fetchFile(shop, url, { 'if-none-match': etag! }).expect(304)
    expect(again.body.byteLength).toBe(0)
  })

  it('and its head alone', async () => {
    const bytes = samples.wave(1)
    const { url } = await received(bytes, {}, 'audio')
    const { headers, text } = await shop.acme.agent('head', url).expect(200)
    expect(headers).toMatchObject({ 'content-length': String(bytes.byteLength), 'content-type': 'audio/wav' })
    expect(text).toBeFalsy()
  })
})

describe('who may see a file', () => {
  it('is the staff of its tenant, and nobody else', async () => {
    const { id, url, previewUrl } = await received(await samples.picture(), {}, 'image')
    for (const path of [url, previewUrl, `${FILES}/${id}`]) {
      await shop.acme.agent('get', path).expect(200)
      const { body } = await shop.birch.admin('get', path).expect(404)
      expect(body).toMatchObject({ code: 'not_found' })
    }
    await shop.birch.admin('delete', `${FILES}/${id}`).expect(404)
    await shop.acme.agent('delete', `${FILES}/${id}`).expect(409)
    const anonymous = await shop.host.fetch(new Request(`http://localhost:3000${url}`))
    expect(anonymous.status).toBe(401)
  })

  it('needs an address of a file', async () => {
    await shop.acme.agent('get', `${FILES}/${randomUUID()}/content`).expect(404)
    await shop.acme.agent('get', `${FILES}/nonsense/content`).expect(404)
    const { id } = await received(samples.PDF)
    await shop.acme.agent('get', `${FILES}/${id}/content?variant=naked`).expect(400)
  })
})

describe('a file that is not here', () => {
  it('yet: says so', async () => {
    await receive(shop, fileOfMaria({ id: 'unknown' }))
    const [{ files }] = await threadOf(shop)
    const { body } = await shop.acme.agent('get', `${FILES}/${files[0].id}/content`).expect(409)
    expect(body).toMatchObject({ code: 'file_waiting' })
  })

  it('because its storage lost it: says so, and stays in the thread', async () => {
    const file = await received(samples.PDF)
    await shop.sql(`update attachments set storage_path = storage_path || 'x' where record_id = ?`, [file.id])
    const { body } = await shop.acme.agent('get', file.url).expect(503)
    expect(body).toMatchObject({ code: 'file_unreadable_now' })
    expect(JSON.stringify(body)).not.toContain('privateAttachments')
  })
})

it('says whether playable copies are made here', async () => {
  const { body } = await shop.acme.agent('get', `${FILES}/abilities`).expect(200)
  expect(body).toEqual(
    body.renditions ? { renditions: true, hint: null } : { renditions: false, hint: expect.any(String) },
  )
})
