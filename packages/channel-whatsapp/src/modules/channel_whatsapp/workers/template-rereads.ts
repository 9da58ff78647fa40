import type { EntityManager } from '@mikro-orm/postgresql'
import {
  databaseClock,
  dbOf,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { workOff } from '@open-mercato/communication-channels/modules/communication_channels/lib/work-off'
import type { WorkerMeta } from '@open-mercato/queue'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { TEMPLATE_REREADS_QUEUE } from '../lib/templates/sync/queues.ts'
import { workRereads } from '../lib/templates/sync/work-rereads.ts'

export const metadata: WorkerMeta = {
  queue: TEMPLATE_REREADS_QUEUE,
  id: 'channel_whatsapp:template-rereads',
  concurrency: 1,
}

/** Reads the templates that webhooks told about. The job itself carries nothing. */
export default async function templateRereads(): Promise<void> {
  const container = await createRequestContainer()
  const now = await databaseClock(dbOf(container.resolve<EntityManager>('em')))
  await workOff(TEMPLATE_REREADS_QUEUE, () => workRereads({ newContainer: createRequestContainer, now }))
}
