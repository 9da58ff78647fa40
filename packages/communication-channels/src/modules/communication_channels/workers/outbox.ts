import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { nudge, OUTBOX_QUEUE, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { takeOver, waitForAll } from '../lib/outbox/hand-over.ts'
import { startTurn } from '../lib/outbox/send-messages.ts'

export const metadata: WorkerMeta = {
  queue: OUTBOX_QUEUE,
  id: 'communication_channels:outbox',
  // One takes messages on while another waits for what it has on its way.
  concurrency: 3,
}

/** Sends what is due. The job itself carries nothing. */
export default async function sendFromOutbox(
  _job: QueuedJob,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  takeOver()
  const outbox = {
    em: ctx.resolve<EntityManager>('em'),
    encryption: ctx.resolve<TenantEncryptionService>('tenantEncryptionService'),
    resolve: <T>(name: string) => ctx.resolve<T>(name),
    random: Math.random,
  }
  const turn = startTurn(outbox, () => nudge(OUTBOX_QUEUE))
  // What was on its way may have held others back. Nobody waits for the sweep then.
  turn.settled.then(
    (begun) => begun > 0 && nudge(OUTBOX_QUEUE),
    () => undefined,
  )
  const { isMore } = await turn.taken
  if (isMore) nudge(OUTBOX_QUEUE)
  // Lost attempts and late reports are told to screens too.
  nudge(OUTGOING_EVENTS_QUEUE)
  await waitForAll(turn.settled)
}
