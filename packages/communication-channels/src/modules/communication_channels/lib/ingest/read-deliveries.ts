import { setImmediate } from 'node:timers/promises'
import type { ChannelAdapter } from '../adapter.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { type DeliveryEvent, UnreadableDelivery } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { ClaimedDelivery } from './claim-deliveries.ts'
import { openBody } from './journal-cipher.ts'

export type ReadDelivery = ClaimedDelivery & ({ events: DeliveryEvent[] } | { unreadable: string })

/** Of bodies read in one go: a process that works off a backlog has webhooks to answer between two of them. */
const TURN_BYTES = 256 * 1024

/** Decrypts each delivery and lets its adapter read it. What nobody can read is said so, never thrown away. */
export async function readDeliveries(
  encryption: TenantEncryptionService,
  deliveries: ClaimedDelivery[],
): Promise<ReadDelivery[]> {
  const read: ReadDelivery[] = []
  let bytes = 0
  for (const delivery of deliveries) {
    bytes += delivery.body.byteLength
    if (bytes > TURN_BYTES) {
      await setImmediate()
      bytes = 0
    }
    const adapter = getChannelAdapter(delivery.providerKey)
    if (!adapter) throw new Error(`No adapter for provider "${delivery.providerKey}" is mounted`)
    const dek = await encryption.getDek(delivery.tenantId)
    if (!dek) throw new Error('The data key of the tenant is not available')
    const body = openBody(delivery.body, dek.key, delivery.id)
    try {
      read.push({ ...delivery, events: await readEvents(adapter, body) })
    } catch (error) {
      if (!(error instanceof UnreadableDelivery)) throw error
      read.push({ ...delivery, unreadable: error.message })
    }
  }
  return read
}

/** An adapter that reads no whole deliveries has one message in each, in Open Mercato's normalised form. */
async function readEvents(adapter: ChannelAdapter, body: Buffer): Promise<DeliveryEvent[]> {
  if (adapter.readDelivery) return adapter.readDelivery(body)
  let raw: unknown
  try {
    raw = JSON.parse(body.toString('utf8'))
  } catch {
    throw new UnreadableDelivery('The body is not JSON.')
  }
  const message = await adapter.normalizeInbound({ raw, eventType: 'message' })
  const phone = /^\+\d{7,15}$/.test(message.senderIdentifier) ? message.senderIdentifier : null
  return [
    {
      kind: 'message',
      accountIdentifier: null,
      channelIdentifier: null,
      externalMessageId: message.externalMessageId,
      direction: 'inbound',
      origin: 'live',
      contact: {
        phone,
        userId: phone ? null : message.senderIdentifier,
        username: null,
        displayName: message.senderDisplayName ?? null,
      },
      sentAt: message.timestamp,
      content: { type: 'text', text: message.body },
      replyToExternalId: message.replyToExternalId ?? null,
      opensWindow: true,
      context: {},
      status: null,
    },
  ]
}
