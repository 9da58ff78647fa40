import { sampleFile } from '@open-mercato/whatsapp-simulator'
import { customerWrites, outboundAtMeta } from './support/customer.ts'
import { answerIn, conversationOf, threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

let shop: Shop
let conversationId: string
let channelId: string
beforeAll(async () => {
  shop = await openShop()
  conversationId = await customerWrites(shop, 'maria')
  channelId = (await conversationOf(shop, conversationId)).conversation.channel.id
})
afterAll(() => shop.close())

const offered = async (name: string) => {
  const path = `/api/channel_whatsapp/templates?channelId=${channelId}`
  const { body } = await shop.acme.agent('get', path).expect(200)
  return body.items.find((one: { name: string }) => one.name === name)
}

it('a template with a document in its heading is offered and goes out with a file of ours', async () => {
  expect(await offered('invoice_ready')).toMatchObject({ headerMedia: 'document', isSendableHere: true })
  const { bytes, fileName } = sampleFile('document')
  const { body } = await uploadTo(shop, channelId, bytes, fileName).expect(201)
  expect(body.as).toContainEqual(expect.objectContaining({ type: 'document', ok: true }))
  const headerObject = { type: 'document', media: { fileId: body.file.id } }
  const parameters = { body: { '1': 'INV-7' }, headerObject }
  const content = { type: 'template', name: 'invoice_ready', language: 'en_US', parameters }
  await answerIn(shop, conversationId, { content }).expect(202)
  await shop.drain()
  expect((await threadOf(shop, conversationId)).at(-1)).toMatchObject({
    error: null,
    content: { parameters: { headerObject } },
  })
  expect(await outboundAtMeta(shop)).toHaveLength(1)
})

it('one that takes a picture and a link of one’s own is not offered to people', async () => {
  expect(await offered('new_collection')).toMatchObject({ headerMedia: 'image', isSendableHere: false })
})
