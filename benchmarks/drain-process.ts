// How fast a backlog is worked off: the journal is filled through the door that webhooks use, then drained by the
// worker's own function, one worker. Nothing else runs in this process.
import type { EntityManager } from '@mikro-orm/postgresql'
import { acceptDelivery } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/accept-delivery'
import { processDeliveries } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/process-deliveries'
import type { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { person, signedDelivery } from './parts/deliveries.ts'
import { serveProduct } from './parts/product.ts'
import { say } from './parts/within-child.ts'

export interface DrainResult {
  deliveries: number
  messagesEach: number
  stored: number
  seconds: number
}

const BACKLOGS = [
  { deliveries: 20_000, messagesEach: 1 },
  { deliveries: 100, messagesEach: 1_000 },
]
const PEOPLE = 2_000
const FILL_AT_ONCE = 500

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

const results: DrainResult[] = []
let made = 0
for (const backlog of BACKLOGS) {
  await fill(backlog)
  const before = await stored()
  const startedAt = performance.now()
  while ((await processDeliveries({ em, encryption, now: new Date() })) > 0);
  const seconds = (performance.now() - startedAt) / 1000
  results.push({ ...backlog, stored: (await stored()) - before, seconds })
}
await stop()
say(results)

async function fill({ deliveries, messagesEach }: (typeof BACKLOGS)[number]): Promise<void> {
  for (let kept = 0; kept < deliveries; kept += FILL_AT_ONCE) {
    const some = Array.from({ length: Math.min(FILL_AT_ONCE, deliveries - kept) }, () => {
      const messages = Array.from({ length: messagesEach }, nextMessage)
      const { body } = signedDelivery(account, account.numbers[0]!.id, { messages })
      const bytes = new TextEncoder().encode(body)
      return acceptDelivery(em, dek, { scope, providerKey: 'whatsapp', connectionId, body: bytes })
    })
    await Promise.all(some)
  }
}

function nextMessage() {
  const serial = made++
  return {
    id: `wamid.drain${serial}`,
    from: person(serial % PEOPLE),
    text: `Where is my order ${serial}? It was to come on Friday.`,
    at: Math.floor(Date.now() / 1000) - 600,
  }
}

async function stored(): Promise<number> {
  const [row] = await em
    .fork()
    .execute<{ n: number }[]>('select count(*)::int as n from cc_external_messages')
  return row!.n
}
