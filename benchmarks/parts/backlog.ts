// A backlog in the journal, filled through the door that webhooks use.
import type { EntityManager } from '@mikro-orm/postgresql'
import { acceptDelivery } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/accept-delivery'
import type { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { person, signedDelivery } from './deliveries.ts'
import { serveProduct } from './product.ts'

export interface Backlog {
  deliveries: number
  messagesEach: number
}

/** How fast one of them was worked off, and by whom. */
export interface DrainResult extends Backlog {
  stored: number
  seconds: number
}

export const BACKLOGS: Backlog[] = [
  { deliveries: 20_000, messagesEach: 1 },
  { deliveries: 100, messagesEach: 1_000 },
]
const PEOPLE = 2_000
const FILL_AT_ONCE = 500

/** The product with nobody working, and a way to put deliveries before it. */
export async function openJournal() {
  const account = defaultAccounts[0]!
  const { host, stop } = await serveProduct()
  const container = host.createContainer()
  const em = container.resolve<EntityManager>('em')
  const encryption = container.resolve<TenantDataEncryptionService>('tenantEncryptionService')
  const [connection] = await em.execute<{ id: string; tenantId: string; organizationId: string }[]>(
    'select id, tenant_id as "tenantId", organization_id as "organizationId" from wa_connections where business_account_id = ?',
    [account.wabaId],
  )
  const { id: connectionId, ...scope } = connection!
  const { key: dek } = await encryption.getDek(scope.tenantId)
  let made = 0

  function nextMessage() {
    const serial = made++
    return {
      id: `wamid.drain${serial}`,
      from: person(serial % PEOPLE),
      text: `Where is my order ${serial}? It was to come on Friday.`,
      at: Math.floor(Date.now() / 1000) - 600,
    }
  }

  async function fill({ deliveries, messagesEach }: Backlog): Promise<void> {
    for (let kept = 0; kept < deliveries; kept += FILL_AT_ONCE) {
      const some = Array.from({ length: Math.min(FILL_AT_ONCE, deliveries - kept) }, () => {
        const messages = Array.from({ length: messagesEach }, nextMessage)
        const { body } = signedDelivery(account, account.numbers[0]!.id, { messages })
        const bytes = new TextEncoder().encode(body)
        return acceptDelivery(em, dek, { scope, providerKey: 'whatsapp', connectionId, body: bytes })
      })
      await Promise.all(some)
    }
    // As after a quiet minute: what the filling left to tidy up is none of the worker's.
    await em.execute('vacuum analyze cc_webhook_deliveries')
  }

  return { em, encryption, dek, scope, fill, stop }
}
