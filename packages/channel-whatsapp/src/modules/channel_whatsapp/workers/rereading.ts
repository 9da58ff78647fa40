import type { EntityManager } from '@mikro-orm/postgresql'
import {
  databaseClock,
  dbOf,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { WorkerMeta } from '@open-mercato/queue'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { rereadDue } from '../lib/rereading/reread-due.ts'
import { REREADING_QUEUE } from '../lib/rereading/schedule.ts'

export const metadata: WorkerMeta = {
  queue: REREADING_QUEUE,
  id: 'channel_whatsapp:rereading',
  concurrency: 1,
}

/** Reads the connections that are due again. The job itself carries nothing. */
export default async function rereading(): Promise<void> {
  const container = await createRequestContainer()
  const now = await databaseClock(dbOf(container.resolve<EntityManager>('em')))
  await rereadDue({ newContainer: createRequestContainer, now, random: Math.random })
}
