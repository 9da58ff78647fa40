import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { type Change, other } from '../change.ts'
import { itemsOf } from '../meta-values.ts'
import { personOf } from '../person.ts'
import { factsOf, readMessage } from '../read-message.ts'

/** What the business wrote, edited or took back on its own phone, beside us. */
export function readEchoes(change: Change): DeliveryEvent[] {
  return itemsOf(change.value, 'message_echoes').map(
    (raw) => readEcho(raw, change) ?? other('smb_message_echoes.unread', change.address),
  )
}

function readEcho(raw: unknown, { address, contacts }: Change): DeliveryEvent | null {
  const message = readMessage(raw)
  const contact = message && personOf(message.said.to, message.said.to_user_id, contacts)
  if (!contact || message.said.group_id) return null
  return {
    kind: 'message',
    ...address,
    ...factsOf(message),
    direction: 'outbound',
    origin: 'device',
    contact,
    opensWindow: false,
    status: 'sent',
  }
}
