import { createModuleQueue, type Queue } from '@open-mercato/queue'
import { createLogger } from '@open-mercato/shared/lib/logger'
import type { Scope } from '../scope.ts'

export const RECEIPTS_QUEUE = 'communication-channels-receipts'

export interface ReceiptJob extends Scope {
  conversationId: string
}

const logger = createLogger('communication_channels.receipts')
let queue: Queue<ReceiptJob> | null = null

/** A receipt is a courtesy, so nobody who opens a thread waits for it, and one that is lost is no harm. */
export function enqueueReceipt({ tenantId, organizationId }: Scope, conversationId: string): void {
  queue ??= createModuleQueue<ReceiptJob>(RECEIPTS_QUEUE, { concurrency: 1 })
  queue
    .enqueue({ tenantId, organizationId, conversationId })
    .catch((err: unknown) => logger.warn('receipt not enqueued', { err }))
}
