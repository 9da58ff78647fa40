import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import type { DeliveryStatus } from '@open-mercato/communication-channels/modules/communication_channels/lib/status'
import { z } from 'zod'
import { statusError } from '../../errors/status-error.ts'
import type { Change } from './change.ts'
import { metaId, metaUserId, seconds, toldOrOdd, toldPhone } from './meta-values.ts'
import { personOf } from './person.ts'
import { webhookErrors } from './webhook-error.ts'

/** Who in a group: a number or a user id, which are shorter. It stands beside the id in an index. */
const participant = z.string().min(1).max(128).optional().catch(undefined)

const status = z.compile(
  z.object({
    id: metaId,
    status: z.string().min(1),
    type: toldOrOdd,
    timestamp: seconds,
    biz_opaque_callback_data: toldOrOdd,
    recipient_participant_id: participant,
    /** How it was spelt before. */
    participant_recipient_id: participant,
    recipient_participant_user_id: participant,
    recipient_id: toldPhone,
    recipient_user_id: metaUserId,
    pricing: z
      .object({
        billable: z.boolean().optional().catch(undefined),
        pricing_model: toldOrOdd,
        type: toldOrOdd,
        category: toldOrOdd,
      })
      .optional()
      .catch(undefined),
    errors: webhookErrors,
  }),
)
type WebhookStatus = z.infer<typeof status>

const STATUSES = new Set<string>(['sent', 'delivered', 'read', 'played', 'failed'] satisfies DeliveryStatus[])

/** Null for what cannot be read. Of a status that is not known, and of payments, is kept that there was one. */
export function readStatus(raw: unknown, { address, contacts }: Change): DeliveryEvent | null {
  const { data: report } = status.safeParse(raw)
  if (!report) return null
  if (report.type === 'payment') return { kind: 'other', field: 'statuses.payment', ...address }
  if (!STATUSES.has(report.status)) return { kind: 'other', field: `statuses.${report.status}`, ...address }
  const [error] = report.errors ?? []
  return {
    kind: 'status',
    ...address,
    externalMessageId: report.id,
    status: report.status as DeliveryStatus,
    occurredAt: report.timestamp,
    callbackData: report.biz_opaque_callback_data ?? null,
    participant: participantOf(report),
    contact: personOf(report.recipient_id, report.recipient_user_id, contacts),
    error: error ? statusError(error, report.timestamp) : null,
    pricing: pricingOf(report),
  }
}

function participantOf(report: WebhookStatus): string | null {
  return (
    report.recipient_participant_user_id ??
    report.recipient_participant_id ??
    report.participant_recipient_id ??
    null
  )
}

/** As reported. What it means in money is Meta's invoice's business, not ours to guess. */
function pricingOf({ pricing }: WebhookStatus) {
  if (!pricing) return null
  return {
    billable: pricing.billable ?? null,
    model: pricing.pricing_model ?? null,
    type: pricing.type ?? null,
    category: pricing.category ?? null,
  }
}
