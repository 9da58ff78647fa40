import { receive } from './inbox.ts'
import { delivery, type Item } from './payloads.ts'
import type { Shop } from './shop.ts'

export const LOG = '/api/communication_channels/deliveries'

export type WebhookLog = ReturnType<typeof webhookLogOf>

/** What Acme's administrator does with what was delivered to Acme. */
export function webhookLogOf(shop: Shop) {
  const found = async (query: string): Promise<string[]> =>
    (await shop.acme.admin('get', `${LOG}?${query}`).expect(200)).body.items.map(
      ({ id }: { id: string }) => id,
    )
  const latest = async () => (await found('limit=1'))[0]!
  return {
    /** Ids, the newest first. */
    found,
    latest,
    search: (text: string, more = '') => found(`search=${encodeURIComponent(text)}${more}`),
    /** Delivered and applied. */
    async bring(...items: Item[]) {
      await receive(shop, ...items)
      return latest()
    },
    /** Delivered, and a dead letter. */
    async keepAside(...items: Item[]) {
      expect(await shop.acme.deliver(delivery(shop.acme, items))).toBe(200)
      const [row] = await shop.sql<{ id: string }>(
        `update cc_webhook_deliveries set state = 'failed', attempts = 6, error = 'database refused: 23514'
         where state = 'pending' returning id`,
      )
      return row!.id
    },
    open: async (id: string) => (await shop.acme.admin('get', `${LOG}/${id}`).expect(200)).body,
    preview: async (body: object) =>
      (await shop.acme.admin('post', `${LOG}/replay/preview`).send(body).expect(200)).body,
    replay: (body: object) => shop.acme.admin('post', `${LOG}/replay`).send(body),
  }
}

/** An hour either way. */
export const today = () => ({
  from: new Date(Date.now() - 3_600_000).toISOString(),
  to: new Date(Date.now() + 3_600_000).toISOString(),
})
