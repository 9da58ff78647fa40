import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { type EventBus, publishEvents } from '../lib/events/publish-events.ts'
import { OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { workOff } from '../lib/work-off.ts'

export const metadata: WorkerMeta = {
  queue: OUTGOING_EVENTS_QUEUE,
  id: 'communication_channels:outgoing-events',
  concurrency: 1,
}

/** Publishes what was recorded. The job itself carries nothing. */
export default async function outgoingEvents(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const em = ctx.resolve<EntityManager>('em')
  const bus = ctx.resolve<EventBus>('eventBus')
  await workOff(OUTGOING_EVENTS_QUEUE, () => publishEvents(em, bus))
}
