import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { accounts } from './accounts.ts'
import { calls } from './calls.ts'
import { messages } from './messages.ts'
import type { Facts, Reading } from './reading.ts'
import { statuses } from './statuses.ts'

const everywhere: Reading<DeliveryEvent> = {
  wabaId: ({ accountIdentifier }) => accountIdentifier,
  phoneNumberId: ({ channelIdentifier }) => channelIdentifier,
  kind: (_, expected) => expected,
}

/**
 * What the event says about the fact of this name. `facts` are all that others say about the event.
 * Throws where nothing tells how to read it, so that no fact is passed over.
 */
export function readFact(event: DeliveryEvent, facts: Facts, name: string): unknown {
  if (event.kind === 'other') throw new Error(`It was only counted, as ${event.field}.`)
  const reading = { ...everywhere, ...readingOf(event) } as Reading<DeliveryEvent>
  const one = Object.hasOwn(reading, name) ? reading[name] : undefined
  if (!one) throw new Error(`Nothing says what ${name} of ${facts.kind} is.`)
  return one(event, facts[name])
}

function readingOf(event: DeliveryEvent): object {
  if (event.kind === 'message') return event.content.type === 'call' ? calls : messages
  return event.kind === 'status' ? statuses : accounts
}
