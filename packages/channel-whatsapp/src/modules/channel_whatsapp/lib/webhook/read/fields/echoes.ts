import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { type Change, other } from '../change.ts'
import { itemsOf } from '../meta-values.ts'
import { onlyPerson, personOf } from '../person.ts'
import { factsOf, type ReadMessage, readMessage } from '../read-message.ts'

/** What the business wrote, edited or took back on its own phone, beside us. */
export function readEchoes(change: Change): DeliveryEvent[] {
  return itemsOf(change.value, 'message_echoes').map(
    (raw) => readEcho(raw, change) ?? other('smb_message_echoes.unread', change.address),
  )
}

function readEcho(raw: unknown, change: Change): DeliveryEvent | null {
  const message = readMessage(raw)
  const contact = message && recipientOf(message, change)
  if (!contact || message.said.group_id) return null
  return {
    kind: 'message',
    ...change.address,
    ...factsOf(message),
    direction: 'outbound',
    origin: 'device',
    contact,
    opensWindow: false,
    status: 'sent',
  }
}

function recipientOf({ said }: ReadMessage, { value, contacts, displayNumber }: Change) {
  if (said.to !== undefined || said.to_user_id !== undefined) {
    return personOf(said.to, said.to_user_id, contacts)
  }
  return itemsOf(value, 'message_echoes').length === 1 ? onlyPerson(contacts, displayNumber) : null
}
