import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClock, type ShiftableClock } from './clock.ts'
import { sampleFile } from './samples/sample-files.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { call, listenAt, NUMBER, TOKEN, writeAs } from './testing/business.ts'
import { type Receiver, startReceiver } from './testing/receiver.ts'
import { upload, uploadSample } from './testing/uploads.ts'
import { sha256Of } from './world/file-store.ts'

const DAY_MS = 24 * 3_600_000
const UNKNOWN = { error: { code: 100, error_subcode: 33 } }

let clock: ShiftableClock
let simulator: Simulator
let receiver: Receiver
beforeEach(async () => {
  clock = createClock()
  simulator = await startSimulator({ port: 0, clock })
  receiver = await startReceiver()
  await listenAt(simulator, receiver.url)
})
afterEach(async () => {
  await simulator.close()
  await receiver.close()
})

const look = (id: string, query = '') => call(simulator, 'GET', `/v26.0/${id}${query}`)
const download = (url: string, token: string | null = TOKEN) =>
  fetch(url, { headers: token ? { Authorization: `Bearer ${token}` } : {} })
const send = (content: object) =>
  call(simulator, 'POST', `/v26.0/${NUMBER}/messages`, {
    messaging_product: 'whatsapp',
    to: '+48601234567',
    ...content,
  })
const failure = async () => {
  await receiver.until(() => receiver.statuses().some((status) => status.status === 'failed'))
  const [error] = receiver.statuses().find((status) => status.status === 'failed')!.errors as {
    code: number
    error_data: { details: string }
  }[]
  return error!
}

test('an uploaded file is found by its id and downloaded byte for byte', async () => {
  const photo = sampleFile('photo')
  const { body } = await upload(simulator, photo)
  const { body: found } = await look(body.id)
  expect(found).toEqual({
    url: expect.stringMatching(/^http/),
    mime_type: 'image/jpeg',
    sha256: sha256Of(photo.bytes),
    file_size: photo.bytes.length,
    id: body.id,
    messaging_product: 'whatsapp',
  })
  const response = await download(found.url)
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await response.arrayBuffer()).equals(photo.bytes)).toBe(true)
})

test('its address needs the token and is over after five minutes; a new one can be asked for', async () => {
  const id = await uploadSample(simulator, 'voice')
  const { url } = (await look(id)).body
  expect((await download(url, null)).status).toBe(401)
  expect((await download(url, 'nobody')).status).toBe(401)
  expect((await download(url, 'birch-access-token')).status).toBe(404)
  expect((await download(url.replace(/hash=./, 'hash=_'))).status).toBe(404)
  clock.advance(5 * 60_000 - 2000)
  expect((await download(url)).status).toBe(200)
  clock.advance(2000)
  expect((await download(url)).status).toBe(404)
  expect((await download((await look(id)).body.url)).status).toBe(200)
})

test('an uploaded file is Meta’s for thirty days', async () => {
  const id = await uploadSample(simulator, 'document')
  clock.advance(30 * DAY_MS - 1000)
  expect((await look(id)).status).toBe(200)
  clock.advance(1000)
  expect(await look(id)).toMatchObject({ status: 400, body: UNKNOWN })
})

test('a file of a webhook is Meta’s for seven days', async () => {
  await writeAs(simulator, 'maria', { text: undefined, content: { type: 'image', image: {} } })
  await receiver.until(() => receiver.messages().length === 1)
  const { id } = receiver.messages()[0]!.image as { id: string }
  clock.advance(7 * DAY_MS - 1000)
  expect((await look(id)).status).toBe(200)
  clock.advance(1000)
  expect(await look(id)).toMatchObject({ status: 400, body: UNKNOWN })
})

test('a deleted file is gone, and so is one of somebody else', async () => {
  const id = await uploadSample(simulator, 'photo')
  const byBirch = await call(simulator, 'GET', `/v26.0/${id}`, undefined, 'birch-access-token')
  expect(byBirch).toMatchObject({ status: 400, body: UNKNOWN })
  expect((await call(simulator, 'DELETE', `/v26.0/${id}?phone_number_id=210000000000002`)).status).toBe(400)
  expect((await look(id, '?phone_number_id=210000000000002')).body.error.message).toMatch(/phone_number_id/)
  expect((await look(id, `?phone_number_id=${NUMBER}`)).status).toBe(200)
  const { url } = (await look(id)).body
  expect((await call(simulator, 'DELETE', `/v26.0/${id}`)).body).toEqual({ success: true })
  expect(await look(id)).toMatchObject({ status: 400, body: UNKNOWN })
  expect((await download(url)).status).toBe(404)
  expect((await call(simulator, 'DELETE', `/v26.0/${id}`)).body).toMatchObject(UNKNOWN)
})

test.each([
  ['a page of HTML', 'text/html', 10, 100, /Received file of type 'text\/html'/],
  ['an animation', 'image/gif', 10, 100, /image\/png/],
  ['an empty file', 'image/png', 0, 100, /empty/],
  ['a picture above 5 MB', 'image/png', 5 * 1024 * 1024 + 1, 131053, /Media upload error/],
  ['a sticker above 500 KB', 'image/webp', 500 * 1024 + 1, 131053, /Media upload error/],
  ['a video above 16 MB', 'video/mp4', 16 * 1024 * 1024 + 1, 131053, /Media upload error/],
])('%s is not taken', async (_case, mimeType, size, code, words) => {
  const { status, body } = await upload(simulator, { bytes: new Uint8Array(size), mimeType })
  expect({ status, code: body.error?.code }).toEqual({ status: 400, code })
  expect(body.error.message).toMatch(words)
})

test('a document of 100 MB is taken, one byte more is not', async () => {
  const bytes = new Uint8Array(100 * 1024 * 1024 + 1)
  const mimeType = 'application/pdf'
  expect((await upload(simulator, { bytes, mimeType })).body.error.code).toBe(131053)
  const { body } = await upload(simulator, { bytes: bytes.subarray(1), mimeType })
  expect((await look(body.id)).body.file_size).toBe(100 * 1024 * 1024)
  // On a machine that does other things as well, 200 MB through HTTP take longer than other tests.
}, 60_000)

test('an upload names its product and has a file', async () => {
  const post = (form: FormData) =>
    fetch(`${simulator.url}/v26.0/${NUMBER}/media`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${TOKEN}` },
      body: form,
    }).then((response) => response.json())
  const form = new FormData()
  form.set('type', 'image/png')
  expect((await post(form)).error.message).toBe('(#100) The parameter messaging_product is required.')
  form.set('messaging_product', 'whatsapp')
  expect((await post(form)).error.message).toBe('(#100) The parameter file is required.')
})

describe('a send', () => {
  beforeEach(() => writeAs(simulator, 'maria'))

  test('with an id that is unknown, expired, deleted or another number’s is refused', async () => {
    const refused = {
      status: 400,
      body: {
        error: {
          code: 100,
          message: "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
        },
      },
    }
    const image = (id: string) => send({ type: 'image', image: { id } })
    expect(await image('123')).toMatchObject(refused)
    const other = await upload(simulator, sampleFile('photo'), { phoneNumberId: '210000000000002' })
    expect(await image(other.body.id)).toMatchObject(refused)
    const id = await uploadSample(simulator, 'photo')
    expect((await image(id)).status).toBe(200)
    clock.advance(30 * DAY_MS)
    await writeAs(simulator, 'maria')
    expect(await image(id)).toMatchObject(refused)
  })

  test('names the place of a bad id in a card', async () => {
    const header = { type: 'image', image: { id: '7' } }
    const action = { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.com' } }
    const cards = [0, 1].map((card_index) => ({ card_index, type: 'cta_url', header, action }))
    const interactive = { type: 'carousel', body: { text: 'x' }, action: { cards } }
    expect((await send({ type: 'interactive', interactive })).body.error.message).toContain(
      "interactive['action']['cards'][0]['header']['image']['id']",
    )
  })

  test.each([
    ['a picture as a video', 'photo', { type: 'video' }, /image\/jpeg/],
    ['a song as a voice message', 'audio', { type: 'audio', voice: true }, /Opus/],
  ] as const)('of %s is accepted and fails', async (_case, sample, { type, ...more }, words) => {
    const id = await uploadSample(simulator, sample)
    expect((await send({ type, [type]: { id, ...more } })).status).toBe(200)
    const error = await failure()
    expect(error.code).toBe(131053)
    expect(error.error_data.details).toMatch(words)
  })

  test('of a file that is not what it was said to be fails', async () => {
    const { body } = await upload(simulator, { bytes: sampleFile('document').bytes, mimeType: 'image/png' })
    await send({ type: 'image', image: { id: body.id } })
    expect((await failure()).error_data.details).toMatch(/application\/pdf/)
  })

  test('of a sticker above 100 KB fails, unless it moves', async () => {
    const padded = (sample: 'sticker' | 'animated_sticker') =>
      upload(simulator, {
        ...sampleFile(sample),
        bytes: Buffer.concat([sampleFile(sample).bytes, Buffer.alloc(100 * 1024)]),
      })
    const moving = await send({
      type: 'sticker',
      sticker: { id: (await padded('animated_sticker')).body.id },
    })
    const still = await send({ type: 'sticker', sticker: { id: (await padded('sticker')).body.id } })
    await failure()
    const outcome = (id: string) => receiver.statuses().flatMap((one) => (one.id === id ? [one.status] : []))
    await receiver.until(() => outcome(moving.body.messages[0].id).includes('delivered'))
    expect(outcome(still.body.messages[0].id)).toEqual(['failed'])
  })

  test('by link arrives on the phone with the file that was there', async () => {
    const link = `${simulator.url}/sim/samples/photo`
    const { body } = await send({ type: 'image', image: { link } })
    await receiver.until(() => receiver.statuses().some((status) => status.status === 'delivered'))
    const { items } = (await call(simulator, 'GET', '/sim/messages?direction=outbound')).body
    const { bytes } = sampleFile('photo')
    expect(items).toMatchObject([
      {
        wamid: body.messages[0].id,
        files: [{ source: link, mimeType: 'image/jpeg', byteSize: bytes.length }],
      },
    ])
    const path = `/sim/messages/${encodeURIComponent(items[0].wamid)}/files/0`
    const shown = await fetch(simulator.url + path)
    expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test.each([
    ['nothing there', '/missing', /http code 404/],
    ['another kind of file', '/page', /text\/html/],
    ['nobody to answer', null, /no answer/],
  ])('by a link with %s is accepted and fails', async (_case, path, words) => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/page' ? 200 : 404
      response.setHeader('content-type', 'text/html').end('<p>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    if (path === null) server.close()
    await send({ type: 'image', image: { link: `http://127.0.0.1:${port}${path ?? '/'}` } })
    const error = await failure()
    server.close()
    expect(error.code).toBe(131053)
    expect(error.error_data.details).toMatch(words)
  })
})
