import type { EntityManager } from '@mikro-orm/postgresql'
import { replaceTemplates } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/template-statements'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

it('a template that Graph lists on two pages is kept once, as it was last', async () => {
  const [row] = await shop.sql<{ id: string; tenantId: string; organizationId: string }>(
    'select id, tenant_id as "tenantId", organization_id as "organizationId" from wa_connections where tenant_id = ?',
    [shop.acme.tenantId],
  )
  const { id, ...scope } = row!
  const template = { name: 'order_update', language: 'en_US', category: 'UTILITY', components: [] }
  await replaceTemplates(
    dbOf(shop.host.orm.em.fork() as EntityManager),
    scope,
    id,
    [
      { ...template, id: '1', status: 'PENDING' },
      { ...template, id: '1', status: 'APPROVED' },
    ],
    new Date(),
  )
  const kept = await shop.sql('select status from wa_templates where connection_id = ?', [id])
  expect(kept).toEqual([{ status: 'APPROVED' }])
})
