import { randomUUID } from 'node:crypto'
import {
  OUTBOX_QUEUE,
  UPLOADS_QUEUE,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/nudge'
import { PDF, picture, VIDEO, VOICE_NOTE } from '@open-mercato/communication-channels/testing/sample-files'
import { createModuleQueue } from '@open-mercato/queue'
import { type DepotShop, openDepotShop } from './support/depotShop.ts'
import { everythingKept, uploadTo } from './support/uploads.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

let at: DepotShop
let jpeg: Buffer
beforeAll(async () => {
  at = await openDepotShop()
  jpeg = await picture('jpeg')
})
beforeEach(() => at.reset())
afterAll(() => at.close())

const image = (fileId: string) => ({ type: 'image', media: { fileId } })
const inTime = (ms: number) => new Date(Date.now() + ms)
const statuses = async () => (await at.sent()).map(({ status }) => status)

describe('a file', () => {
  it('is uploaded, handed to the provider, and sent by the provider’s id', async () => {
    const fileId = await at.upload(jpeg, 'tent.jpg')
    const { body } = await at.send({ ...image(fileId), caption: 'Blue' }).expect(202)
    expect(body.message).toMatchObject({
      status: 'queued',
      content: { type: 'image', media: { fileId }, caption: 'Blue' },
      files: [{ id: fileId, name: 'tent.jpg', mimeType: 'image/jpeg', origin: 'uploaded', state: 'stored' }],
    })
    await at.drain()
    const [handedIn] = at.depot.handedIn
    expect(handedIn).toMatchObject({ mimeType: 'image/jpeg', fileName: 'tent.jpg', loft: 'loft-7' })
    expect(Buffer.from(handedIn!.bytes)).toEqual(jpeg)
    expect(at.depot.carried).toEqual([{ type: 'image', media: { id: handedIn!.id }, caption: 'Blue' }])
    expect(await at.sent()).toMatchObject([{ status: 'sent', error: null, content: { media: { fileId } } }])
  })

  it('tells what it is and as what it may go out', async () => {
    const { body } = await uploadTo(at.shop, at.channelId, VOICE_NOTE, 'hello.ogg').expect(201)
    expect(body.file).toMatchObject({
      name: 'hello.ogg',
      mimeType: 'audio/ogg',
      byteSize: VOICE_NOTE.byteLength,
      durationMs: expect.any(Number),
      url: expect.stringContaining(body.file.id),
    })
    expect(body.as).toEqual([
      { type: 'voice', ok: true, problem: null, convertible: false },
      { type: 'audio', ok: true, problem: null, convertible: false },
      { type: 'document', ok: true, problem: null, convertible: false },
    ])
  })

  it('of a document gives it its name', async () => {
    const fileId = await at.upload(PDF, 'Bill 7.pdf')
    const { body } = await at.send({ type: 'document', media: { fileId } }).expect(202)
    expect(body.message.content).toEqual({ type: 'document', media: { fileId }, filename: 'Bill 7.pdf' })
    await at.drain()
    expect(at.depot.carried).toMatchObject([{ filename: 'Bill 7.pdf' }])
  })

  it('stands in a header, and in every card', async () => {
    const [one, two] = [await at.upload(jpeg, 'a.jpg'), await at.upload(VIDEO, 'b.mp4')]
    const card = (type: string, fileId: string) => ({
      header: { type, media: { fileId } },
      body: 'x',
      action: { type: 'url', label: 'Open', url: 'https://shop.example/' },
    })
    const cards = [card('image', one), card('video', two), card('image', one)]
    await at.send({ type: 'interactive', kind: 'carousel', body: 'x', cards }).expect(202)
    await at.drain()
    expect(at.depot.handedIn).toHaveLength(2)
    const idOf = (name: string) => at.depot.handedIn.find(({ fileName }) => fileName === name)!.id
    expect(at.depot.carried).toMatchObject([
      { cards: ['a.jpg', 'b.mp4', 'a.jpg'].map((name) => ({ header: { media: { id: idOf(name) } } })) },
    ])
  })

  it('keeps what is written after it waiting, so that the order stays', async () => {
    at.depot.next.push('storm')
    const fileId = await at.upload(jpeg)
    await at.send(image(fileId)).expect(202)
    await at.send({ type: 'text', text: 'This one.' }).expect(202)
    await at.drain()
    expect(await statuses()).toEqual(['queued', 'queued'])
    await at.drain(inTime(HOUR))
    expect(at.depot.carried.map(({ type }) => type)).toEqual(['image', 'text'])
  })

  it('that the provider has already goes by the provider’s id, untouched', async () => {
    await at.send({ type: 'image', media: { id: 'theirs-1' } }).expect(202)
    await at.drain()
    expect(at.depot.handedIn).toEqual([])
    expect(at.depot.carried).toEqual([{ type: 'image', media: { id: 'theirs-1' } }])
  })
})

it('the workers do all of it by themselves, one calling the other', async () => {
  const fileId = await at.upload(jpeg)
  await at.send(image(fileId)).expect(202)
  for (const queue of [UPLOADS_QUEUE, OUTBOX_QUEUE]) {
    await createModuleQueue(queue, { concurrency: 1 }).enqueue({})
    expect(await at.shop.host.drain()).toMatchObject({ failed: 0 })
  }
  expect(await statuses()).toEqual(['sent'])
})

describe('an upload', () => {
  const sendAt = async (fileId: string, now = new Date()) => {
    await at.send(image(fileId)).expect(202)
    await at.drain(now)
  }

  it('is used again by later messages', async () => {
    const fileId = await at.upload(jpeg)
    for (let times = 0; times < 3; times++) await sendAt(fileId)
    expect(at.depot.handedIn).toHaveLength(1)
    expect(await statuses()).toEqual(['sent', 'sent', 'sent'])
  })

  it('is made once for messages that wait for it together', async () => {
    const fileId = await at.upload(jpeg)
    await Promise.all([1, 2, 3].map(() => at.send(image(fileId)).expect(202)))
    await at.drain()
    expect(at.depot.handedIn).toHaveLength(1)
    expect(await statuses()).toEqual(['sent', 'sent', 'sent'])
  })

  it.each([
    ['in its last hour', 30 * 60_000, 2],
    ['two hours before its end', 2 * HOUR, 1],
    ['after its end', -HOUR, 2],
  ])('%s is renewed only where it has to be', async (_, left, times) => {
    const fileId = await at.upload(jpeg)
    await sendAt(fileId)
    await at.shop.sql('update cc_media_uploads set expires_at = ?', [inTime(left)])
    await sendAt(fileId)
    expect(at.depot.handedIn).toHaveLength(times)
    expect(await statuses()).toEqual(['sent', 'sent'])
  })

  it('that ends between queue and leaving is made anew, and the message goes out once', async () => {
    const fileId = await at.upload(jpeg)
    await sendAt(fileId)
    await at.send(image(fileId)).expect(202)
    await at.drain(inTime(40 * DAY))
    expect(at.depot.handedIn).toHaveLength(2)
    expect(at.depot.carried).toHaveLength(2)
    expect(await statuses()).toEqual(['sent', 'sent'])
  })

  it('that the provider has lost is made anew once', async () => {
    const fileId = await at.upload(jpeg)
    await sendAt(fileId)
    at.depot.forget()
    await sendAt(fileId)
    expect(at.depot.handedIn).toHaveLength(1)
    expect(await statuses()).toEqual(['sent', 'sent'])
  })

  it('that the provider loses every time fails the message with its words, and no more is tried', async () => {
    const fileId = await at.upload(jpeg)
    const whole = at.pigeons.adapter.uploadMedia!
    let uploads = 0
    at.pigeons.adapter.uploadMedia = async () => ({ externalMediaId: `lost-${uploads++}`, expiresAt: null })
    try {
      await at.send(image(fileId)).expect(202)
      await at.drain(inTime(HOUR))
    } finally {
      at.pigeons.adapter.uploadMedia = whole
    }
    expect(uploads).toBe(2)
    expect(await at.sent()).toMatchObject([{ status: 'failed', error: { code: 'media_gone' } }])
  })

  it('refused for the moment is tried again, and the message says so meanwhile', async () => {
    at.depot.next.push('storm', 'falls_asleep')
    await at.send(image(await at.upload(jpeg))).expect(202)
    await at.drain()
    expect(await at.sent()).toMatchObject([{ status: 'queued', error: { code: 'storm' } }])
    await at.drain(inTime(10 * 60_000))
    expect(await at.sent()).toMatchObject([{ status: 'queued', error: { code: 'upload_failed' } }])
    await at.drain(inTime(HOUR))
    expect(await at.sent()).toMatchObject([{ status: 'sent', error: null }])
  })

  it('refused for good fails every message that waits; the next message begins anew', async () => {
    at.depot.next.push('refused')
    const fileId = await at.upload(jpeg)
    for (let times = 0; times < 2; times++) await at.send(image(fileId)).expect(202)
    await at.drain()
    const error = { code: 'too_heavy', message: 'No pigeon lifts this.', action: 'Send less.' }
    const failed = { status: 'failed', error }
    expect(await at.sent()).toMatchObject([failed, failed])

    await at.send(image(fileId)).expect(202)
    await at.drain()
    expect(await statuses()).toEqual(['failed', 'failed', 'sent'])
  })

  it('that is refused again and again fails in the end', async () => {
    at.depot.next.push(...Array.from({ length: 20 }, () => 'storm' as const))
    await at.send(image(await at.upload(jpeg))).expect(202)
    for (let hour = 0; hour < 20; hour++) await at.drain(inTime(hour * HOUR))
    expect(await at.sent()).toMatchObject([{ status: 'failed', error: { code: 'storm' } }])
    expect(at.depot.next.length).toBeGreaterThan(0)
  })

  it('of one file that waits does not let a message go that waits for two', async () => {
    const [one, two] = [await at.upload(jpeg, 'a.jpg'), await at.upload(jpeg, 'b.jpg')]
    const whole = at.pigeons.adapter.uploadMedia!
    at.pigeons.adapter.uploadMedia = async (input) => {
      if (input.file.fileName === 'a.jpg' && at.depot.next.length === 0) {
        at.depot.next.push('storm')
      }
      return whole(input)
    }
    const card = (fileId: string) => ({
      header: { type: 'image', media: { fileId } },
      body: 'x',
      action: { type: 'url', label: 'Open', url: 'https://shop.example/' },
    })
    try {
      await at
        .send({ type: 'interactive', kind: 'carousel', body: 'x', cards: [card(one), card(two)] })
        .expect(202)
      await at.drain()
    } finally {
      at.pigeons.adapter.uploadMedia = whole
    }
    expect(await statuses()).toEqual(['queued'])
    at.depot.next.length = 0
    await at.drain(inTime(HOUR))
    expect(await statuses()).toEqual(['sent'])
    expect(at.depot.carried).toHaveLength(1)
  })
})

describe('a message with a file is refused at once, with the field named, where', () => {
  const refused = async (content: object) => (await at.send(content).expect(422)).body

  it('there is no such file', async () => {
    expect(await refused(image(randomUUID()))).toMatchObject({
      code: 'content_invalid',
      fieldErrors: { 'content.media.fileId': expect.any(String) },
    })
  })

  it('the file is somebody else’s', async () => {
    const fileId = await at.upload(jpeg)
    await at.shop.sql('update cc_media_files set tenant_id = ?, organization_id = ?', [
      at.shop.birch.tenantId,
      randomUUID(),
    ])
    expect(await refused(image(fileId))).toMatchObject({ code: 'content_invalid' })
  })

  it('the file is no such thing', async () => {
    const fileId = await at.upload(PDF, 'bill.pdf')
    expect(await refused(image(fileId))).toMatchObject({
      code: 'content_invalid',
      fieldErrors: { 'content.media.fileId': 'A picture has to be JPEG or PNG.' },
    })
    expect(await refused({ type: 'audio', media: { fileId }, isVoice: true })).toMatchObject({
      fieldErrors: { 'content.media.fileId': expect.stringContaining('voice message') },
    })
    expect((await everythingKept(at.shop)).ties).toBe(0)
  })

  it('the number cannot send it any more: it was taken back', async () => {
    const fileId = await at.upload(jpeg)
    await at.shop.acme.agent('delete', `/api/communication_channels/files/${fileId}`).expect(204)
    expect(await refused(image(fileId))).toMatchObject({ code: 'content_invalid' })
  })
})

it('a file that a message carries is not taken back', async () => {
  const fileId = await at.upload(jpeg)
  await at.send(image(fileId)).expect(202)
  const { body } = await at.shop.acme
    .agent('delete', `/api/communication_channels/files/${fileId}`)
    .expect(409)
  expect(body).toMatchObject({ code: 'file_in_use', action: expect.any(String) })
  await at.drain()
  expect(await statuses()).toEqual(['sent'])
})

it('what staff did with files is on record, without names and contents', async () => {
  const fileId = await at.upload(jpeg, 'my secret tent.jpg')
  const log = await at.shop.sql<object>(`select * from action_logs where resource_id = ?`, [fileId])
  expect(log).toHaveLength(1)
  expect(JSON.stringify(log)).not.toContain('secret')
})
