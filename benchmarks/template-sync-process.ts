// Fills an account at the simulator, and reads it: bare, then twice as the product does. Nothing else runs in this process.
import type { EntityManager } from '@mikro-orm/postgresql'
import { askForSync } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/ask-for-sync'
import { NO_PATIENCE } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/patiently'
import { workSyncs } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/templates/sync/work-syncs'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { serveProduct } from './parts/product.ts'
import { given, say } from './parts/within-child.ts'

/** Seconds, each from the first question to the last row. */
export interface TemplateSyncResult {
  templates: number
  kept: number
  bare: number
  first: number
  again: number
}

const { host, stop } = await serveProduct()
const { wabaId, accessToken } = defaultAccounts[0]!
const graph = given('OM_WHATSAPP_GRAPH_URL')
const container = host.createContainer()
const em = container.resolve<EntityManager>('em')
const [connection] = await em.execute<{ id: string; tenantId: string; organizationId: string }[]>(
  `select id, tenant_id as "tenantId", organization_id as "organizationId"
   from wa_connections where business_account_id = ?`,
  [wabaId],
)
const { id, ...scope } = connection!

const templates = await fill(Number(given('TEMPLATES')))
await readBare()
const bare = await secondsOf(readBare)
const first = await secondsOf(sync)
const again = await secondsOf(sync)
const [count] = await em.execute<{ kept: number }[]>(
  'select count(*)::int as kept from wa_templates where connection_id = ?',
  [id],
)
await stop()
say({ templates, kept: count!.kept, bare, first, again } satisfies TemplateSyncResult)

/** Up to so many, with those that the account has already. */
async function fill(wanted: number): Promise<number> {
  const listed = await (await fetch(`${graph}/sim/templates?wabaId=${wabaId}`)).json()
  const body = { wabaId, count: wanted - listed.items.length, namePrefix: 'bench' }
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${graph}/sim/templates/bulk`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return (await answer.json()).total
}

async function readBare(): Promise<void> {
  const headers = { authorization: `Bearer ${accessToken}` }
  const fields = 'id,name,language,status,category,parameter_format,components'
  let next: string | undefined = `${graph}/v26.0/${wabaId}/message_templates?fields=${fields}&limit=100`
  while (next) {
    const page = (await (await fetch(next, { headers })).json()) as { paging?: { next?: string } }
    next = page.paging?.next
  }
}

async function sync(): Promise<void> {
  await askForSync(dbOf(em.fork()), scope, id, 'person', new Date())
  const clock = { now: () => new Date(), ...NO_PATIENCE }
  await workSyncs({ newContainer: async () => host.createContainer(), clock })
}

async function secondsOf(act: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await act()
  return (performance.now() - startedAt) / 1000
}
