import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { type Change, other } from '../change.ts'
import { itemsOf } from '../meta-values.ts'

/** Whom the business has in the address book of its own phone: counted, each of them. */
export function readAppContacts({ field, value, address }: Change): DeliveryEvent[] {
  return itemsOf(value, 'state_sync').map(() => other(field, address))
}
