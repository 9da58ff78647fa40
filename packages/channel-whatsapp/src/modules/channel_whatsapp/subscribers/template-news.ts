import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { createModuleQueue } from '@open-mercato/queue'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { PROVIDER_KEY } from '../lib/provider.ts'
import { hasRereads, REREAD_AFTER_MS } from '../lib/templates/sync/ask-for-rereads.ts'
import { TEMPLATE_REREADS_QUEUE } from '../lib/templates/sync/queues.ts'
import { tellTemplatesChanged } from '../lib/templates/templates-changed.ts'

export const metadata = {
  event: 'communication_channels.account.reported',
  id: 'channel_whatsapp:template-news',
}

interface Payload {
  connectionId: string
  providerKey: string
  tenantId: string
  organizationId: string
}

/** A webhook was applied: pages show what it said of templates, and those are read once Meta has told all. */
export default async function templateNews(payload: Payload): Promise<void> {
  const { connectionId, providerKey, tenantId, organizationId } = payload
  if (providerKey !== PROVIDER_KEY) return
  const scope = { tenantId, organizationId }
  const container = await createRequestContainer()
  if (!(await hasRereads(dbOf(container.resolve<EntityManager>('em')), scope, connectionId))) return
  await tellTemplatesChanged(scope, connectionId)
  // Not at once: then they would not be due. The minute's schedule makes up for a lost job.
  await createModuleQueue(TEMPLATE_REREADS_QUEUE).enqueue({}, { delayMs: REREAD_AFTER_MS })
}
