import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { joinContacts } from '@open-mercato/communication-channels/modules/communication_channels/lib/identity/decisions'
import { answerIn, conversationsOf, receive } from './support/inbox.ts'
import { untilSomebodyWaitsForALock } from './support/locks.ts'
import { textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

const T = Math.floor(Date.now() / 1000) - 600

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

interface Listed {
  id: string
  contact: { id: string; displayName: string; username: string | null }
}

const conversations = (): Promise<Listed[]> => conversationsOf(shop)

/** Known by phone alone: no user id came with the message. */
function byPhone(id: string, from: string, profile: { name: string; username?: string }) {
  const { message, contact } = textMessage({ id, at: T, from })
  const { from_user_id: _, ...words } = message
  return { message: words, contact: { wa_id: contact.wa_id, profile } }
}

describe('two contacts that turn out to be one person', () => {
  it('leave what each was known by, also when one of them is new in the same delivery', async () => {
    await receive(shop, byPhone('p1', '48600000001', { name: 'Ola', username: 'ola.k' }))
    await receive(
      shop,
      textMessage({ id: 'p2', at: T + 1, from: null, userId: 'PL.1', name: 'Ola K' }),
      textMessage({ id: 'p3', at: T + 2, from: '48600000001', userId: 'PL.1', name: 'Ola K' }),
    )
    const [only, ...more] = await conversations()
    expect(more).toEqual([])
    expect(only!.contact).toMatchObject({ displayName: 'Ola K', username: 'ola.k', phone: '+48600000001' })
  })

  it('take a message with them that is being sent at that moment, whichever thread it was written in', async () => {
    await receive(
      shop,
      byPhone('q1', '48600000002', { name: 'Jan' }),
      textMessage({ id: 'q2', at: T, from: null, userId: 'PL.2', name: 'Jan B' }),
    )
    const listed = await conversations()
    const one = listed.find(({ contact }) => contact.displayName === 'Jan')!
    const two = listed.find(({ contact }) => contact.displayName === 'Jan B')!
    const [scope] = await shop.sql<{ tenantId: string; organizationId: string }>(
      'select tenant_id as "tenantId", organization_id as "organizationId" from cc_external_contacts where id = ?',
      [one.contact.id],
    )

    const sending = await shop.host.orm.em.fork().transactional(async (tx) => {
      await tx.execute('select 1 from cc_external_conversations where id in (?, ?) for update', [
        one.id,
        two.id,
      ])
      const write = (id: string) =>
        answerIn(shop, id, { content: { type: 'text', text: 'Still there?' } }).then(({ status }) => status)
      const sent = [write(one.id), write(two.id)]
      await untilSomebodyWaitsForALock(shop, 2)
      await joinContacts(
        {
          db: dbOf(tx as EntityManager),
          encryption: shop.host.createContainer().resolve('tenantEncryptionService'),
          scope: scope!,
          actor: { id: null, name: null },
          now: new Date(),
        },
        { contactId: one.contact.id, otherId: two.contact.id, reason: null },
      )
      return { sent }
    })

    expect(await Promise.all(sending.sent)).toEqual([202, 202])
    const left = await conversations()
    const live = left.find(({ id }) => id === one.id || id === two.id)!
    const [{ count }] = (await shop.sql<{ count: number }>(
      "select count(*)::int as count from cc_external_messages where direction = 'outbound' and conversation_id = ?",
      [live.id],
    )) as [{ count: number }]
    expect(count).toBe(2)
  })
})
