import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { nudge, OUTBOX_QUEUE, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { sendMessages } from '../lib/outbox/send-messages.ts'
import { workOff } from '../lib/work-off.ts'

export const metadata: WorkerMeta = {
  queue: OUTBOX_QUEUE,
  id: 'communication_channels:outbox',
  concurrency: 1,
}

/** Sends what is due. The job itself carries nothing. */
export default async function outbox(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const em = ctx.resolve<EntityManager>('em')
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  const resolve = <T>(name: string) => ctx.resolve<T>(name)
  const now = () => new Date()
  await workOff(OUTBOX_QUEUE, async () => {
    const worked = await sendMessages({ em, encryption, resolve, now, random: Math.random })
    if (worked > 0) nudge(OUTGOING_EVENTS_QUEUE)
    return worked
  })
}
