import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext, QueuedJob, WorkerMeta } from '@open-mercato/queue'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { RECEIPTS_QUEUE, type ReceiptJob } from '../lib/receipts/enqueue-receipt.ts'
import { sendReceipt } from '../lib/receipts/send-receipt.ts'

export const metadata: WorkerMeta = {
  queue: RECEIPTS_QUEUE,
  id: 'communication_channels:receipts',
  concurrency: 2,
}

const logger = createLogger('communication_channels.receipts')

/** Sends the read receipt of a thread that staff opened. */
export default async function receipts(
  job: QueuedJob<ReceiptJob>,
  ctx: JobContext & { resolve<T>(name: string): T },
): Promise<void> {
  const { tenantId, organizationId, conversationId } = job.payload
  try {
    await sendReceipt(
      {
        em: ctx.resolve<EntityManager>('em'),
        resolve: <T>(name: string) => ctx.resolve<T>(name),
        scope: { tenantId, organizationId },
      },
      conversationId,
      false,
    )
  } catch (err) {
    logger.warn('read receipt not sent', { conversationId, err })
  }
}
