import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import { eventKey } from '../../account/event-key.ts'
import { type Occasion, readAccountChange } from '../../account/read-account-change.ts'
import type { Change } from './change.ts'
import { isShallow, itemsOf, metaId, seconds } from './meta-values.ts'

/** Problems that stand beside the items of a change instead of in one of them. */
export function readErrors({ value, address, entryTime }: Change): DeliveryEvent[] {
  const errors = itemsOf(value, 'errors')
  if (errors.length === 0) return []
  const occasion = occasionOf(value)
  return errors.flatMap((error): DeliveryEvent[] => {
    if (!isShallow(error)) return [{ kind: 'other', field: 'messages.errors', ...address }]
    return readAccountChange('messages.errors', { errors: [error] }, address, entryTime, occasion)
  })
}

const item = z.object({ id: metaId, timestamp: seconds.optional().catch(undefined) })

/** The same words beside another message or call are another fact. */
function occasionOf(value: Change['value']): Occasion {
  const items = ['messages', 'statuses', 'calls'].flatMap((name) =>
    itemsOf(value, name).flatMap((raw) => item.safeParse(raw).data ?? []),
  )
  const names = [...new Set(items.map(({ id }) => id))]
  return {
    // Many become one name: thousands of errors beside thousands of messages must not cost the product of both.
    names: names.length > 1 ? [eventKey(...names)] : names,
    at: items.find(({ timestamp }) => timestamp)?.timestamp ?? null,
  }
}
