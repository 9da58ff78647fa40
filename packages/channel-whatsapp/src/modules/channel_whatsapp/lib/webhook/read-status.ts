import type {
  DeliveryEvent,
  EventAddress,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import type { DeliveryStatus } from '@open-mercato/communication-channels/modules/communication_channels/lib/status'
import { status as statusSchema, type WebhookStatus } from './envelope.ts'

const STATUSES = new Set<string>(['sent', 'delivered', 'read', 'played', 'failed'] satisfies DeliveryStatus[])

/** Null for what cannot be read; a status that is not known yet is counted under its name. */
export function readStatus(raw: unknown, address: EventAddress): DeliveryEvent | null {
  const parsed = statusSchema.safeParse(raw)
  if (!parsed.success) return null
  const report = parsed.data
  if (!STATUSES.has(report.status)) return { kind: 'other', field: `statuses.${report.status}`, ...address }
  return {
    kind: 'status',
    ...address,
    externalMessageId: report.id,
    status: report.status as DeliveryStatus,
    occurredAt: report.timestamp,
    callbackData: report.biz_opaque_callback_data ?? null,
    participant: report.recipient_participant_user_id ?? report.recipient_participant_id ?? null,
    error: errorOf(report),
    pricing: pricingOf(report),
  }
}

function errorOf({ errors }: WebhookStatus) {
  const [error] = errors ?? []
  if (!error) return null
  const message = error.error_data?.details ?? error.message ?? error.title ?? 'Meta gave no reason.'
  return { code: String(error.code), message, action: null }
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
