import { isFfmpegThere } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/convert/ffmpeg'
import {
  OLD_VIDEO,
  PDF,
  picture,
  VOICE_NOTE,
  wave,
} from '@open-mercato/communication-channels/testing/sample-files'
import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  Output,
  WebMOutputFormat,
} from 'mediabunny'
import sharp from 'sharp'
import { type DepotShop, openDepotShop } from './support/depotShop.ts'
import { contentOf, convert, everythingKept, uploadTo } from './support/uploads.ts'

let at: DepotShop
beforeAll(async () => {
  at = await openDepotShop()
})
beforeEach(() => {
  at.depot.carried.length = 0
  at.depot.handedIn.length = 0
})
afterAll(() => at.close())

const upload = async (bytes: Uint8Array, name: string) =>
  (await uploadTo(at.shop, at.channelId, bytes, name).expect(201)).body

/** As a browser records: Opus in WebM. */
async function recording(): Promise<Buffer> {
  const input = new Input({ source: new BufferSource(VOICE_NOTE), formats: ALL_FORMATS })
  const track = (await input.getPrimaryAudioTrack())!
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat(), target })
  const source = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(source)
  await output.start()
  const decoderConfig = (await track.getDecoderConfig())!
  for await (const packet of new EncodedPacketSink(track).packets())
    await source.add(packet, { decoderConfig })
  await output.finalize()
  return Buffer.from(target.buffer!)
}

describe('where the user agrees', () => {
  it('a picture of another kind becomes one that is taken, and the file itself stays', async () => {
    const { file, as } = await upload(await picture('webp', 300, 200), 'tent.webp')
    expect(as[0]).toMatchObject({ type: 'image', ok: false, convertible: true })
    const { body } = await convert(at.shop, file.id, 'image', at.channelId).expect(201)
    expect(body.file).toMatchObject({ name: 'tent.jpg', mimeType: 'image/jpeg', width: 300, state: 'stored' })
    expect(body.file.id).not.toBe(file.id)
    expect(body.as[0]).toMatchObject({ type: 'image', ok: true })
    await contentOf(at.shop, file.id)
    await at.send({ type: 'image', media: { fileId: body.file.id } }).expect(202)
    await at.drain()
    expect(at.depot.handedIn).toMatchObject([{ mimeType: 'image/jpeg', fileName: 'tent.jpg' }])
    expect(at.depot.carried).toHaveLength(1)
  })

  it('a picture of the wrong size becomes a sticker', async () => {
    const { file } = await upload(await picture('png', 300, 200), 'wave.png')
    const { body } = await convert(at.shop, file.id, 'sticker', at.channelId).expect(201)
    expect(body.as[0]).toMatchObject({ type: 'sticker', ok: true })
    const made = await contentOf(at.shop, body.file.id)
    expect(await sharp(made).metadata()).toMatchObject({ format: 'webp', width: 512, height: 512 })
  })

  it('what the browser recorded becomes a voice message, with or without ffmpeg', async () => {
    const { file, as } = await upload(await recording(), 'voice.webm')
    expect(as).toContainEqual(expect.objectContaining({ type: 'voice', ok: false, convertible: true }))
    const { body } = await convert(at.shop, file.id, 'voice', at.channelId).expect(201)
    expect(body.file).toMatchObject({ name: 'voice.ogg', mimeType: 'audio/ogg' })
    const { type, media } = { type: 'audio', media: { fileId: body.file.id } }
    await at.send({ type, media, isVoice: true }).expect(202)
    await at.drain()
    expect(at.depot.carried).toMatchObject([{ type: 'audio', isVoice: true }])
  })

  it('a sound becomes a voice message where ffmpeg is there, and says so where it is not', async () => {
    const { file } = await upload(wave(), 'hello.wav')
    const { status, body } = await convert(at.shop, file.id, 'voice', at.channelId)
    if (!(await isFfmpegThere()))
      return expect({ status, body }).toMatchObject({ status: 422, body: { code: 'conversion_unavailable' } })
    expect(body.file).toMatchObject({ name: 'hello.ogg', mimeType: 'audio/ogg' })
    expect(body.as[0]).toMatchObject({ type: 'voice', ok: true })
  })

  it('a film that phones do not play becomes one that they do, or that is said', async () => {
    const { file } = await upload(OLD_VIDEO, 'old.3gp')
    const { status, body } = await convert(at.shop, file.id, 'video', at.channelId)
    if (!(await isFfmpegThere()))
      return expect({ status, body }).toMatchObject({ status: 422, body: { code: 'conversion_unavailable' } })
    expect(body.file).toMatchObject({ name: 'old.mp4', mimeType: 'video/mp4' })
    expect(body.as[0]).toMatchObject({ type: 'video', ok: true })
  })
})

it.each([
  ['a document as a picture', () => PDF, 'bill.pdf', 'image'],
  ['a document as a voice message', () => PDF, 'bill.pdf', 'voice'],
  ['a picture as a film', () => picture('png'), 'tent.png', 'video'],
])('%s is refused with a clear word, and nothing new is kept', async (_, bytes, name, as) => {
  const { file } = await upload(await bytes(), name)
  const before = await everythingKept(at.shop)
  const { body } = await convert(at.shop, file.id, as, at.channelId).expect(422)
  expect(body).toMatchObject({
    code: 'conversion_failed',
    error: expect.any(String),
    action: expect.any(String),
  })
  expect(await everythingKept(at.shop)).toEqual(before)
})

it('somebody else’s file is not there: to be converted, to be seen, or to be taken back', async () => {
  const { file } = await upload(await picture('webp'), 'tent.webp')
  const [theirs] = await at.shop.sql<{ id: string }>(
    'select id from cc_communication_channels where tenant_id = ?',
    [at.shop.birch.tenantId],
  )
  const path = `/api/communication_channels/files/${file.id}`
  const { agent } = at.shop.birch
  await agent('post', `${path}/convert`).send({ as: 'image', channelId: theirs!.id }).expect(404)
  await agent('get', path).expect(404)
  await agent('get', `${path}/content`).expect(404)
  await agent('delete', path).expect(404)
  await contentOf(at.shop, file.id)
})
