import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { readAccountChange } from '../../account/read-account-change.ts'
import type { Change } from './change.ts'
import { isShallow, itemsOf } from './meta-values.ts'

/** Problems that stand beside the items of a change instead of in one of them. */
export function readErrors({ value, address, entryTime }: Change): DeliveryEvent[] {
  return itemsOf(value, 'errors').flatMap((error): DeliveryEvent[] => {
    if (!isShallow(error)) return [{ kind: 'other', field: 'messages.errors', ...address }]
    return readAccountChange('messages.errors', { errors: [error] }, address, entryTime)
  })
}
