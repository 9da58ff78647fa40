import { setTimeout as delay } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import {
  databaseClock,
  dbOf,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { workOff } from '@open-mercato/communication-channels/modules/communication_channels/lib/work-off'
import type { WorkerMeta } from '@open-mercato/queue'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { WORKER_WAITS } from '../lib/templates/sync/patiently.ts'
import { TEMPLATE_SYNCS_QUEUE } from '../lib/templates/sync/queues.ts'
import { workSyncs } from '../lib/templates/sync/work-syncs.ts'

export const metadata: WorkerMeta = {
  queue: TEMPLATE_SYNCS_QUEUE,
  id: 'channel_whatsapp:template-syncs',
  concurrency: 1,
}

/** Does the syncs that are due. The job itself carries nothing. */
export default async function templateSyncs(): Promise<void> {
  const container = await createRequestContainer()
  const now = await databaseClock(dbOf(container.resolve<EntityManager>('em')))
  const clock = { now, wait: (ms: number) => delay(ms), waits: WORKER_WAITS }
  await workOff(TEMPLATE_SYNCS_QUEUE, () => workSyncs({ newContainer: createRequestContainer, clock }))
}
