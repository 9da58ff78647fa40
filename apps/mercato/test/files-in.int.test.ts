import { examineFile } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/examine/examine-file'
import { sampleFile } from '@open-mercato/whatsapp-simulator'
import { emptyTables } from './support/emptyTables.ts'
import { conversationsOf, emptyInbox, threadOf } from './support/inbox.ts'
import { receiveAll, workerOf, workIngest } from './support/mediaShelf.ts'
import { drainLater, fetchFile, lastMessage, mariaSends, setFaults } from './support/receivedFiles.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

const NO_FAULTS = { failNextMedia: {}, expireMediaUrls: false }

describe('what a customer sends', () => {
  it('a photo: kept as it is, with a small picture of it', async () => {
    await mariaSends(shop, 'image', null, { caption: 'Look' })
    await shop.drain()
    const { content, files } = await lastMessage(shop)
    const { bytes } = sampleFile('photo')
    expect(files).toMatchObject([
      {
        state: 'stored',
        origin: 'received',
        mimeType: 'image/jpeg',
        byteSize: bytes.byteLength,
        width: expect.any(Number),
        playableUrl: null,
        hint: null,
        error: null,
        isRetrying: false,
      },
    ])
    expect(content).toMatchObject({ type: 'image', caption: 'Look', media: { fileId: files[0].id } })
    const original = await fetchFile(shop, files[0].url).expect(200).expect('content-type', 'image/jpeg')
    expect(original.body.equals(bytes)).toBe(true)
    const preview = await fetchFile(shop, files[0].previewUrl)
      .expect(200)
      .expect('content-type', 'image/webp')
    const { width, height } = await examineFile(preview.body, null)
    expect(Math.max(width!, height!)).toBeLessThanOrEqual(480)
  })

  it('a voice note: with a copy that every browser plays', async () => {
    await mariaSends(shop, 'audio', null, { voice: true })
    await shop.drain()
    const { files } = await lastMessage(shop)
    expect(files).toMatchObject([{ mimeType: 'audio/ogg', durationMs: expect.any(Number), hint: null }])
    expect(await conversationsOf(shop)).toMatchObject([
      { lastMessage: { contentType: 'audio', isVoice: true } },
    ])
    const { body } = await fetchFile(shop, files[0].playableUrl)
      .expect(200)
      .expect('content-type', 'audio/mp4')
    expect(await examineFile(body, null)).toMatchObject({ mimeType: 'audio/mp4', audioCodec: 'aac' })
  })

  it('a video: as it is where browsers play it, with a picture of its beginning', async () => {
    await mariaSends(shop, 'video', null)
    await shop.drain()
    const { files } = await lastMessage(shop)
    expect(files).toMatchObject([{ mimeType: 'video/mp4', width: expect.any(Number), hint: null }])
    expect(files[0].playableUrl).toBe(files[0].url)
    await fetchFile(shop, files[0].previewUrl).expect(200).expect('content-type', 'image/webp')
  })

  it('a sticker that moves', async () => {
    await mariaSends(shop, 'sticker', null, { animated: true })
    await shop.drain()
    const { files } = await lastMessage(shop)
    expect(files).toMatchObject([{ mimeType: 'image/webp', isAnimated: true, width: 512, height: 512 }])
  })

  it('a document: with its name, which is a download’s', async () => {
    const { bytes } = sampleFile('document')
    await mariaSends(shop, 'document', { bytes, mimeType: 'application/pdf', fileName: 'Żółta faktura.pdf' })
    await shop.drain()
    const { files } = await lastMessage(shop)
    expect(files).toMatchObject([
      {
        mimeType: 'application/pdf',
        name: 'Żółta faktura.pdf',
        previewUrl: null,
        playableUrl: null,
        hint: null,
      },
    ])
    const { headers } = await fetchFile(shop, files[0].url).expect(200)
    expect(headers['content-disposition']).toContain("filename*=UTF-8''%C5%BB%C3%B3%C5%82ta%20faktura.pdf")
  })

  it('is announced when it is there', async () => {
    await mariaSends(shop, 'image', null)
    await workIngest(shop)
    await emptyTables(shop, 'cc_outgoing_events')
    await receiveAll(workerOf(shop.host))
    const { id: messageId, conversationId } = await lastMessage(shop)
    expect(await shop.sql('select event, payload from cc_outgoing_events')).toMatchObject([
      { event: 'communication_channels.conversation.updated', payload: { messageId, conversationId } },
    ])
  })
})

describe('a file that does not come at once', () => {
  afterEach(() => setFaults(shop, NO_FAULTS))

  it.each([
    ['it is not known yet', { lookups: ['404', '404'] }],
    ['the provider is out of order', { lookups: ['503', '500'] }],
    ['its address is over', { lookups: ['expired_url', 'expired_url'] }],
    ['its server is out of order', { downloads: ['503', '500'] }],
    ['the connection breaks', { downloads: ['reset', 'reset'] }],
    ['it breaks off', { downloads: ['short', 'short'] }],
    ['it is another one', { downloads: ['wrong_bytes', 'wrong_bytes'] }],
  ])('where %s: waits, says so, and comes later', async (_case, failNextMedia) => {
    await setFaults(shop, { failNextMedia })
    await mariaSends(shop, 'image', null)
    await shop.drain()
    expect((await lastMessage(shop)).files).toMatchObject([
      { state: 'waiting', isRetrying: true, url: null, error: { code: expect.any(String) } },
    ])
    for (let hours = 2; hours < 8; hours += 2) await drainLater(shop, hours)
    const { files } = await lastMessage(shop)
    expect(files).toMatchObject([{ state: 'stored', isRetrying: false, error: null }])
    const { body } = await fetchFile(shop, files[0].url).expect(200)
    expect(body.equals(sampleFile('photo').bytes)).toBe(true)
    expect(await threadOf(shop)).toHaveLength(1)
  })

  it('that the provider has lost fails after a week, and a person may ask again', async () => {
    await mariaSends(shop, 'image', null, { id: '77' })
    await shop.drain()
    expect((await lastMessage(shop)).files).toMatchObject([{ state: 'waiting', isRetrying: true }])
    await drainLater(shop, 7 * 24)
    const [file] = (await lastMessage(shop)).files
    expect(file).toMatchObject({ state: 'failed', isRetrying: false, error: { code: 'media_gone' } })
    const { body } = await shop.acme
      .agent('post', `/api/communication_channels/files/${file.id}/retry`)
      .expect(200)
    expect(body.file).toMatchObject({ state: 'waiting' })
  })
})
