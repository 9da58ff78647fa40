import { randomUUID } from 'node:crypto'
import { readPhone } from '@open-mercato/communication-channels/modules/communication_channels/lib/identity/phone-key'
import { agreeAtAcme } from './agreeing.ts'
import { customerWrites, outboundAtMeta, simulatorOf } from './customer.ts'
import type { Shop } from './shop.ts'

export const API = '/api/communication_channels'

interface Recipient {
  phone?: string
  conversationId?: string
  parameters?: object
}

export type BatchDesk = Awaited<ReturnType<typeof openBatchDesk>>

/** Acme's administrator with batches, in a shop that Maria has written to and where nothing automatic is held up. */
export async function openBatchDesk(shop: Shop) {
  const maria = await customerWrites(shop, 'maria')
  const { body } = await shop.acme.agent('get', `${API}/channels`).expect(200)
  const channelId: string = body.items.find(
    (one: { displayName: string }) => one.displayName === 'Acme Outdoor',
  ).id
  const faults = (change: object) =>
    simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify(change) })
  // What is sent stays `sent`: nobody has these phones.
  await faults({ dropWebhooks: true })
  await shop.acme.admin('put', `${API}/settings`).send({ automaticPerMinute: 100_000 }).expect(200)

  const ask = (body: object, key: string = randomUUID(), client = shop.acme.admin) =>
    client('post', `${API}/batches`)
      .set('idempotency-key', key)
      .send({ name: 'Autumn', channelId, ...body })
  return {
    /** Maria's conversation. */
    maria,
    channelId,
    faults,
    ask,
    /** To people who all agreed to it. */
    sendBatch: async (body: { recipients: Recipient[]; [field: string]: unknown }) => {
      const phones = body.recipients.flatMap(({ phone }) => (phone && readPhone(phone, 'PL')) ?? [])
      await agreeAtAcme(shop, { phones: [...new Set(phones)] })
      return (await ask(body).expect(202)).body.batch
    },
    batchOf: async (id: string) =>
      (await shop.acme.admin('get', `${API}/batches/${id}`).expect(200)).body.batch,
    report: async (id: string, query = '') =>
      (await shop.acme.admin('get', `${API}/batches/${id}/recipients${query}`).expect(200)).body,
    steer: (id: string, act: 'pause' | 'resume' | 'cancel') =>
      shop.acme.admin('post', `${API}/batches/${id}/${act}`),
    bodiesAtMeta: async () =>
      (await outboundAtMeta(shop))
        .map((one) => JSON.stringify(one.content))
        .filter((one) => one.includes('order_update')),
    /** Ends what a test has left under way. */
    async clear() {
      await shop.sql(`update cc_communication_channels set is_enabled = true`)
      await shop.sql(`update cc_batches set state = 'cancelled' where state in ('running', 'paused')`)
      await shop.sql(
        `update cc_external_messages set status = 'cancelled', status_rank = 4 where status = 'queued'`,
      )
    },
  }
}

export const order = (parameters: object = { body: { '2': '#7' } }) => ({
  type: 'template',
  name: 'order_update',
  language: 'en_US',
  parameters,
})

export const named = (name: string) => ({ parameters: { body: { '1': name } } })

/** Numbers that nobody has, in a range of their own. */
export const phones = (count: number, from = 100_000) =>
  Array.from({ length: count }, (_, n) => ({ phone: `+48 600 ${String(from + n)}`, ...named(`Friend ${n}`) }))

export const sumOf = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)
