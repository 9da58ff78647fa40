import { WORKER_WAITS } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/patiently'
import { workRereads } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/work-rereads'
import { workSyncs } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/work-syncs'
import type { Shop } from './shop.ts'
import { openTemplatesShop, type TemplatesAtMeta } from './templatesAtMeta.ts'

interface Opened {
  shop: Shop
  meta: TemplatesAtMeta
  connectionId: string
}

/** A shop whose templates Meta has as the test wants it: their syncs, done turn by turn, and what is stored after them. */
export function openTemplateSyncs(take: (opened: Opened) => void) {
  let shop: Shop
  let connectionId: string
  openTemplatesShop(async (opened) => {
    shop = opened.shop
    connectionId = (await account()).connectionId
    take({ ...opened, connectionId })
  })
  beforeEach(() => shop.sql('delete from wa_template_syncs'))

  const newContainer = async () => shop.host.createContainer()
  const account = async () =>
    (await shop.acme.agent('get', '/api/channel_whatsapp/templates/accounts').expect(200)).body.items[0]
  const stored = () =>
    shop.sql<{ name: string; status: string }>(
      'select name, status from wa_templates where connection_id = ? order by name, language',
      [connectionId],
    )
  const syncs = {
    stored,
    names: async () => (await stored()).map(({ name }) => name),
    lastSync: async () => (await account()).sync,
    async askForSync() {
      const path = '/api/channel_whatsapp/templates/sync'
      return (await shop.acme.admin('post', path).send({ connectionId }).expect(202)).body.sync
    },
    /** Asked for and done, as far as it can be. */
    async sync() {
      await syncs.askForSync()
      await syncs.turn()
      return syncs.lastSync()
    },
    /** One turn of the worker, so long from now. */
    async turn(minutes = 0): Promise<{ worked: number; waited: number[] }> {
      const waited: number[] = []
      const clock = {
        now: () => new Date(Date.now() + minutes * 60_000),
        waits: WORKER_WAITS,
        wait: async (ms: number) => void waited.push(ms),
      }
      return { worked: await workSyncs({ newContainer, clock }), waited }
    },
    /** All that wait to be read one by one, now. */
    async rereadAll(): Promise<void> {
      // The worker's clock counts milliseconds only: within the same one nothing would be due yet.
      await shop.sql(`update wa_template_rereads set not_before = now() - interval '1 second'`)
      while ((await workRereads({ newContainer, now: () => new Date() })) > 0);
    },
  }
  return syncs
}
