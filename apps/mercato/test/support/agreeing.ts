import type { ConsentPurpose } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/consent'
import { agree, type WhoAgrees } from '@open-mercato/communication-channels/testing/agree'
import type { Shop } from './shop.ts'

/** People agree to be written to by Acme, in a test that is about something else. */
export async function agreeAtAcme(
  shop: Shop,
  who: WhoAgrees,
  purposes?: ConsentPurpose[],
  providerKey = 'whatsapp',
): Promise<void> {
  const { tenantId } = shop.acme
  const [row] = await shop.sql<{ id: string }>(
    `select id from organizations where tenant_id = ? and slug = 'acme'`,
    [tenantId],
  )
  await agree(shop.host, { tenantId, organizationId: row!.id, providerKey }, who, purposes)
}
