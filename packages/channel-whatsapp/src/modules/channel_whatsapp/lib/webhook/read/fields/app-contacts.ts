import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import { type Change, other } from '../change.ts'
import { itemsOf, phoneOf, seconds, toldOrOdd, toldPhone } from '../meta-values.ts'

const saved = z.object({
  type: z.literal('contact'),
  action: z.enum(['add', 'edit']),
  contact: z.object({ full_name: toldOrOdd, first_name: toldOrOdd, phone_number: toldPhone }),
  metadata: z.object({ timestamp: seconds }),
})

/** Whom the business has in the address book of its own phone, by which name. Who was removed there is only counted. */
export function readAppContacts(change: Change): DeliveryEvent[] {
  const { field, value, address } = change
  return itemsOf(value, 'state_sync').map((raw) => readOne(raw, change) ?? other(field, address))
}

function readOne(raw: unknown, { address }: Change): DeliveryEvent | null {
  const { data } = saved.safeParse(raw)
  const phone = phoneOf(data?.contact.phone_number)
  const name = data?.contact.full_name ?? data?.contact.first_name
  if (!data || !phone || !name) return null
  return { kind: 'name', ...address, phone, name, savedAt: data.metadata.timestamp }
}
