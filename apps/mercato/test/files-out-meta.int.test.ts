import { createHash } from 'node:crypto'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { type SampleName, sampleFile } from '@open-mercato/whatsapp-simulator'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { answerIn, conversationOf, threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

const inAnHour = () => new Date(Date.now() + 60 * 60 * 1000)

let shop: Shop
let conversationId: string
let channelId: string
beforeAll(async () => {
  shop = await openShop()
  conversationId = await customerWrites(shop, 'maria')
  channelId = (await conversationOf(shop, conversationId)).conversation.channel.id
})
afterAll(() => shop.close())

const upload = async (name: SampleName) => {
  const { bytes, fileName } = sampleFile(name)
  return (await uploadTo(shop, channelId, bytes, fileName).expect(201)).body.file.id as string
}
const send = (content: object) => answerIn(shop, conversationId, { content })
const last = async () => (await threadOf(shop, conversationId)).at(-1)
const uploads = () =>
  shop.sql<{ id: string }>('select external_media_id as id from cc_media_uploads order by created_at')
const faults = (change: object) =>
  simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify(change) })
const atMeta = async (path: string, method = 'GET') => {
  const { accessToken } = shop.acme.account
  return fetch(`${shop.simulatorUrl}/v26.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${accessToken}` },
  })
}

it.each<[SampleName, object]>([
  ['photo', { type: 'image', caption: 'Tent' }],
  ['video', { type: 'video' }],
  ['voice', { type: 'audio', isVoice: true }],
  ['audio', { type: 'audio' }],
  ['document', { type: 'document' }],
  ['sticker', { type: 'sticker' }],
  ['animated_sticker', { type: 'sticker' }],
])('%s is handed to Meta whole and arrives as %j', async (name, content) => {
  const fileId = await upload(name)
  const { body } = await send({ ...content, media: { fileId } }).expect(202)
  await shop.drain()
  const sent = await last()
  expect(sent).toMatchObject({ id: body.message.id, error: null, content: { ...content, media: { fileId } } })
  expect(['sent', 'delivered', 'read', 'played']).toContain(sent.status)
  const { id } = (await uploads()).at(-1)!
  const node = (await (await atMeta(id)).json()) as { sha256: string; file_size: number }
  const { bytes } = sampleFile(name)
  const sha256 = createHash('sha256').update(bytes)
  expect([sha256.copy().digest('hex'), sha256.digest('base64')]).toContain(node.sha256)
  expect(node.file_size).toBe(bytes.byteLength)
})

it('a file that Meta has lost is handed over anew, and the message goes out once', async () => {
  const fileId = await upload('photo')
  const content = { type: 'image', media: { fileId } }
  await send(content).expect(202)
  await shop.drain()
  const [before] = (await uploads()).slice(-1)
  expect((await atMeta(before!.id, 'DELETE')).status).toBe(200)
  const sentBefore = (await outboundAtMeta(shop)).length
  await send(content).expect(202)
  await shop.drain()
  expect((await last()).error).toBeNull()
  expect((await uploads()).at(-1)!.id).not.toBe(before!.id)
  expect(await outboundAtMeta(shop)).toHaveLength(sentBefore + 1)
})

it('an upload that Meta does not take for the moment is tried again', async () => {
  await faults({ failNextMedia: { uploads: ['503'] } })
  const fileId = await upload('photo')
  await send({ type: 'image', media: { fileId } }).expect(202)
  await shop.drain()
  expect(await last()).toMatchObject({ status: 'queued', error: { message: expect.any(String) } })
  await drainHub(shop.host, inAnHour)
  expect((await last()).status).not.toBe('queued')
  expect((await last()).error).toBeNull()
})
