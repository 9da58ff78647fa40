import { whatEndsConsent } from '../consent/words/ends-consent.ts'
import { type Db, sql, toDate } from '../db.ts'
import type { AccountEvent, DeliveryEvent, MessageEvent, NameEvent, StatusEvent } from '../delivery-event.ts'
import { soundText } from '../sound-text.ts'
import { countField, type DeliveryOutcome, emptyOutcome } from './delivery-outcome.ts'
import { refReader } from './delivery-refs.ts'
import type { ReadDelivery } from './read-deliveries.ts'
import { soundEvent } from './sound-event.ts'

/** An event that belongs to a channel of its connection, and the delivery that brought it. */
export interface Placed<E extends DeliveryEvent> {
  event: E
  channel: PlacedChannel
  deliveryId: string
  receivedAt: Date
}

export interface PlacedChannel {
  id: string
  tenantId: string
  organizationId: string
  providerKey: string
  channelType: string
  connectionId: string
  externalIdentifier: string
  accountIdentifier: string | null
  /** Where user ids are valid, once the provider has said so. */
  portfolioIdentifier: string | null
  isEnabled: boolean
}

export interface PlacedEvents {
  messages: Placed<MessageEvent>[]
  statuses: Placed<StatusEvent>[]
  names: Placed<NameEvent>[]
  accountEvents: Placed<AccountEvent>[]
  outcomes: Map<string, DeliveryOutcome>
  /** What each delivery is found by, also where it is applied nowhere. */
  refs: Map<string, Set<bigint>>
}

/**
 * Says for each event which channel it belongs to. Only the channels of the connection that the delivery came
 * through count: what it says about another number or account is foreign and goes nowhere, so a valid signature
 * of one's own is no way into somebody else's rows.
 */
export async function placeEvents(db: Db, deliveries: ReadDelivery[]): Promise<PlacedEvents> {
  const channels = await channelsOf(db, [...new Set(deliveries.map((delivery) => delivery.connectionId))])
  const placed: PlacedEvents = {
    messages: [],
    statuses: [],
    names: [],
    accountEvents: [],
    outcomes: new Map(),
    refs: new Map(),
  }
  const disabled: Placed<DeliveryEvent>[] = []
  const readers = new Map(deliveries.map(({ tenantId }) => [tenantId, refReader(tenantId)]))
  for (const delivery of deliveries) {
    const outcome = emptyOutcome()
    placed.outcomes.set(delivery.id, outcome)
    if ('unreadable' in delivery) {
      outcome.unreadable = true
      outcome.unreadableReason = delivery.unreadable
      placed.refs.set(delivery.id, new Set())
      continue
    }
    const own = channels.filter(
      (channel) => channel.connectionId === delivery.connectionId && channel.tenantId === delivery.tenantId,
    )
    const receivedAt = toDate(delivery.receivedAt)
    const events = delivery.events.map((event) => soundEvent(event, receivedAt))
    placed.refs.set(delivery.id, readers.get(delivery.tenantId)!(events))
    for (const event of events) {
      const channel = own.find((candidate) => isAbout(event, candidate))
      const origin = { deliveryId: delivery.id, receivedAt }
      if (!channel) outcome.foreign++
      else if (event.channelIdentifier !== null && !channel.isEnabled)
        disabled.push({ event, channel, ...origin })
      else place({ event, channel, ...origin }, placed)
    }
  }
  const heard = new Set(await whatEndsConsent(db, disabled))
  for (const one of disabled) {
    if (heard.has(one)) place(one, placed)
    else placed.outcomes.get(one.deliveryId)!.disabled++
  }
  return placed
}

function place({ event, ...where }: Placed<DeliveryEvent>, placed: PlacedEvents): void {
  const outcome = placed.outcomes.get(where.deliveryId)!
  if (event.kind === 'other') {
    outcome.ignored++
    countField(outcome, event.field, 'not_understood')
  } else if (event.kind === 'message') {
    if (event.content.type === 'unsupported')
      countField(outcome, soundText(`messages.${event.content.kind}`.slice(0, 100)), 'not_shown')
    placed.messages.push({ event, ...where })
  } else if (event.kind === 'name') {
    placed.names.push({ event, ...where })
  } else if (event.kind === 'account') {
    placed.accountEvents.push({ event, ...where })
  } else {
    placed.statuses.push({ event, ...where })
  }
}

/** An event without a number is about the account; one without either is about the connection itself. */
function isAbout(event: DeliveryEvent, channel: PlacedChannel): boolean {
  if (event.accountIdentifier !== null && event.accountIdentifier !== channel.accountIdentifier) return false
  return event.channelIdentifier === null || event.channelIdentifier === channel.externalIdentifier
}

async function channelsOf(db: Db, connectionIds: string[]): Promise<PlacedChannel[]> {
  const { rows } = await sql<PlacedChannel>`
    select id, tenant_id as "tenantId", organization_id as "organizationId", provider_key as "providerKey",
           channel_type as "channelType", connection_id as "connectionId", external_identifier as "externalIdentifier",
           account_identifier as "accountIdentifier", portfolio_identifier as "portfolioIdentifier",
           is_enabled as "isEnabled"
    from cc_communication_channels
    where connection_id = any(${connectionIds}::uuid[])
    order by id`.execute(db)
  return rows
}
