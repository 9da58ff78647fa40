import { toContent } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/components/templates/form/content'
import type { TemplateView } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/template-view'
import { sampleFile } from '@open-mercato/whatsapp-simulator'
import { filled } from '../../../packages/channel-whatsapp/test/filled-template.ts'
import { agreeAtAcme } from './support/agreeing.ts'
import { customerWrites, outboundAtMeta } from './support/customer.ts'
import { answerIn, conversationOf, threadOf } from './support/inbox.ts'
import { openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

const YESTERDAY = new Date(Date.now() - 25 * 60 * 60 * 1000)
const PATH = '/api/channel_whatsapp/templates'

let shop: Shop
let maria: string
let channelId: string
let connectionId: string
beforeAll(async () => {
  shop = await openShop()
  maria = await customerWrites(shop, 'maria', YESTERDAY)
  channelId = (await conversationOf(shop, maria)).conversation.channel.id
  const [row] = await shop.sql<{ id: string }>(
    'select connection_id as id from wa_numbers where channel_id = ?',
    [channelId],
  )
  connectionId = row!.id
  await agreeAtAcme(shop, { conversationIds: [maria] })
}, 60_000)
afterAll(() => shop.close())

const offered = async (): Promise<TemplateView[]> =>
  (await shop.acme.agent('get', `${PATH}?channelId=${channelId}`).expect(200)).body.items

async function uploaded(kind: 'photo' | 'document'): Promise<string> {
  const { bytes, fileName } = sampleFile(kind)
  return (await uploadTo(shop, channelId, bytes, fileName).expect(201)).body.file.id
}

it('everything that Meta approved goes out with what the form hands over for it, and nothing is refused', async () => {
  const templates = await offered()
  expect(templates.length).toBeGreaterThan(15)
  expect(templates.every(({ isSendableHere }) => isSendableHere)).toBe(true)
  const files: Record<string, string> = {
    image: await uploaded('photo'),
    document: await uploaded('document'),
  }
  for (const template of templates) {
    const { values, fileIds } = filled(template, (media) => files[media]!)
    const content = toContent(template, values, fileIds)
    await answerIn(shop, maria, { content, requestedAt: new Date().toISOString() }).expect(202)
  }
  await shop.drain()
  const failed = (await threadOf(shop, maria)).filter((one: { error: unknown }) => one.error !== null)
  expect(failed).toEqual([])
  const taken = (await outboundAtMeta(shop)) as unknown as { content: { name: string } }[]
  expect(taken.map(({ content }) => content.name).sort()).toEqual(templates.map(({ name }) => name).sort())
}, 60_000)

describe('where the values of a template come from', () => {
  const query = (name: string) => `${PATH}/mappings?${new URLSearchParams({ connectionId, name })}`
  const mapping = { 'body.1': { source: 'contact.first_name', fallback: 'you' } }

  it('is kept for all its languages, and told to whoever fills it in', async () => {
    const { body } = await shop.acme.admin('get', query('order_update')).expect(200)
    expect(body).toMatchObject({
      mapping: {},
      variables: [
        { path: 'body.1', kind: 'text', guess: null, languages: expect.arrayContaining(['en_US', 'pl']) },
        { path: 'body.2' },
      ],
    })
    const gone = { 'body.7': { source: 'free' } }
    const saved = await shop.acme
      .admin('put', query('order_update'))
      .send({ mapping: { ...mapping, ...gone } })
      .expect(200)
    expect(saved.body.mapping).toEqual(mapping)
    const known = (await offered()).filter(({ name }) => name === 'order_update')
    expect(known.map((one) => one.mapping)).toEqual([mapping, mapping])
  })

  it('is decided by those who manage templates, of templates that there are, from sources that there are', async () => {
    await shop.acme.agent('put', query('order_update')).send({ mapping }).expect(403)
    await shop.acme.admin('put', query('no_such_template')).send({ mapping }).expect(404)
    await shop.birch.admin('get', query('order_update')).expect(404)
    await shop.birch.admin('put', query('order_update')).send({ mapping: {} }).expect(404)
    const wrong = { mapping: { 'body.1': { source: 'the.moon' } } }
    const { body } = await shop.acme.admin('put', query('order_update')).send(wrong).expect(400)
    expect(Object.keys(body.fieldErrors)).toEqual(['mapping.body.1.source'])
  })
})
