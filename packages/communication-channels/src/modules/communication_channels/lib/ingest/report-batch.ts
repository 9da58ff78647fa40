import { createLogger } from '@open-mercato/shared/lib/logger'
import { type DeliveryOutcome, mergeHints, sumOutcomes } from './delivery-outcome.ts'
import { ENDED_WHILE_APPLYING, type Suspect } from './worker-claims.ts'

const logger = createLogger('communication_channels.ingest')

/** The webhook's own summary, as it is in the journal: numbers and field names, never what was said. */
export function reportBatch(outcomes: Map<string, DeliveryOutcome>, milliseconds: number): void {
  if (outcomes.size === 0) return
  logger.info('deliveries applied', {
    ...sumOutcomes(outcomes.values()),
    hints: mergeHints(outcomes.values()),
    milliseconds: Math.round(milliseconds),
  })
  for (const [deliveryId, outcome] of outcomes) {
    const { messages, statuses, foreign, unreadable, unreadableReason } = outcome
    if (unreadable) logger.warn('delivery is unreadable', { deliveryId, reason: unreadableReason })
    else if (foreign > 0) logger.warn('delivery is about others', { deliveryId, foreign, messages, statuses })
  }
}

export function reportSuspects(suspects: Suspect[]): void {
  for (const { id: deliveryId, attempts, state } of suspects) {
    logger.error('delivery was held by a process that ended', {
      deliveryId,
      attempts,
      isLast: state === 'failed',
      reason: ENDED_WHILE_APPLYING,
    })
  }
}
