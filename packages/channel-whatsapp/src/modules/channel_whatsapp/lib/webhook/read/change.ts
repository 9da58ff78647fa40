import type {
  DeliveryEvent,
  EventAddress,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import type { ContactBook } from './person.ts'

/** A change of one field, with what all items in it share. */
export interface Change {
  field: string
  value: Record<string, unknown>
  address: EventAddress
  contacts: ContactBook
  /** The business's number as people see it. */
  displayNumber: string | null
  entryTime: Date | null
}

/** Kept in the journal and counted under its name. */
export function other(field: string, address: EventAddress): DeliveryEvent {
  return { kind: 'other', field, ...address }
}
