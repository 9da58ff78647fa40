import type { ProviderFact } from '@open-mercato/communication-channels/testing/conformance/subject'
import { type PigeonSubject, pigeonSubject } from './support/conformance/pigeonSubject.ts'
import { answerIn, conversationOf, conversationsOf, receive, threadOf } from './support/inbox.ts'
import { textMessage } from './support/payloads.ts'
import type { Note } from './support/pigeon/loft.ts'
import { openShop, type Shop } from './support/shop.ts'

const LONG_AGO = new Date('2024-05-01T08:00:00Z')

let shop: Shop
let pigeons: PigeonSubject
beforeAll(async () => {
  shop = await openShop()
  pigeons = await pigeonSubject(shop)
})
beforeEach(() => pigeons.reset())
afterAll(async () => {
  pigeons.unregister()
  await shop.close()
})

async function arrives(...facts: ProviderFact[]): Promise<void> {
  await pigeons.post(pigeons.sign(pigeons.encode(facts)))
  await shop.drain()
}

const words = (id = 'w1', at = LONG_AGO): ProviderFact => ({
  kind: 'text',
  id,
  from: pigeons.people[0],
  name: 'Miller',
  text: 'Is the flour ready?',
  at,
})

const conversations = () => conversationsOf(shop)
const thread = (id: string) => threadOf(shop, id)
const send = (id: string, body: object) => answerIn(shop, id, body)

describe('a second provider that shares nothing with WhatsApp', () => {
  it('has no window: one may answer however long ago the person wrote', async () => {
    await arrives(words())
    const [conversation] = await conversations()
    expect(conversation).toMatchObject({
      channel: { providerKey: 'pigeon', channelType: 'pigeon', address: 'The loft' },
      contact: { displayName: 'Miller', userId: 'miller@village', phone: null, username: null },
      window: { isRequired: false, isOpen: true, expiresAt: null },
    })
    const { policy } = await conversationOf(shop, conversation.id)
    expect(policy.freeForm).toMatchObject({ outcome: 'allow', code: null })
    await send(conversation.id, { content: { type: 'text', text: 'Tomorrow.' } }).expect(202)
  })

  it('shares the inbox with WhatsApp, each thread on its own channel', async () => {
    await arrives(words('w1', new Date(Date.now() - 60_000)))
    await receive(shop, textMessage({ id: 'wamid.1' }))
    const shown = (await conversations()).map((one: { channel: object; window: object }) => [
      one.channel,
      one.window,
    ])
    expect(shown).toMatchObject([
      [{ providerKey: 'whatsapp' }, { isRequired: true }],
      [{ providerKey: 'pigeon' }, { isRequired: false }],
    ])
  })

  it('has quotes and reactions, in and out', async () => {
    await arrives(words())
    const [{ id }] = await conversations()
    const [asked] = await thread(id)
    await send(id, { content: { type: 'reaction', messageId: asked.id, emoji: '👍' } }).expect(202)
    await send(id, { content: { type: 'text', text: 'Yes.' }, replyToMessageId: asked.id }).expect(202)
    await shop.drain()
    expect(pigeons.loft.taken).toMatchObject([
      { to: 'miller@village', words: '👍', about: 'w1' },
      { to: 'miller@village', words: 'Yes.', about: 'w1' },
    ] satisfies Partial<Note>[])

    await arrives({
      kind: 'reaction',
      id: 'm1',
      from: 'miller@village',
      to: 'pigeon-2',
      emoji: '🎉',
      at: new Date(),
    })
    expect(await thread(id)).toMatchObject([
      { reactions: [{ direction: 'outbound', emoji: '👍', status: 'sent' }] },
      { replyTo: { messageId: asked.id }, reactions: [{ direction: 'inbound', emoji: '🎉' }] },
    ])
  })

  it('refuses what it cannot carry with its own words, before anything is queued', async () => {
    await arrives(words())
    const [{ id }] = await conversations()
    const location = { type: 'location', latitude: 52.2, longitude: 21 }
    const { body } = await send(id, { content: location }).expect(422)
    expect(body).toEqual({
      code: 'content_unsupported',
      error: 'A pigeon carries words alone.',
      action: 'Write text instead.',
    })
    expect(await thread(id)).toHaveLength(1)
  })

  it('has no say about the numbers of another provider', async () => {
    const number = shop.acme.account.numbers[0]!.id
    const fields = { facts: '1', loft: number, kind1: 'words', id1: 'w1', at1: LONG_AGO.toISOString() }
    const body = new URLSearchParams({ ...fields, from1: 'thief', words1: 'Hello' }).toString()
    expect(await pigeons.post(pigeons.sign(Buffer.from(body)))).toBe(200)
    await shop.drain()
    expect(await conversations()).toEqual([])
    const { body: journal } = await shop.acme.admin(
      'get',
      '/api/communication_channels/deliveries?outcome=foreign',
    )
    expect(journal.items).toMatchObject([{ providerKey: 'pigeon', outcome: { foreign: 1 } }])
  })
})
