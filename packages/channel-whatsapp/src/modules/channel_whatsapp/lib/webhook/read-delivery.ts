import {
  type DeliveryEvent,
  UnreadableDelivery,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { countItems, MAX_ITEMS } from './count-items.ts'
import { entry, shapeOf } from './envelope.ts'
import { parseBody } from './parse-body.ts'
import { isRecord } from './read/meta-values.ts'
import { readChange } from './read/read-change.ts'

interface Account {
  id: string | null
  time: Date | null
  /** Null where it has none, or what is no list. */
  changes: unknown[] | null
}

/**
 * Reads a whole delivery: every entry, every change, and everything in it. Meta puts up to 1,000 updates of several
 * numbers into one. An item that cannot be read is counted and costs the others nothing; the delivery itself stays in
 * the journal whole.
 *
 * @throws UnreadableDelivery where it is not JSON, not a webhook at all, or more than Meta ever sends
 */
export function readDelivery(body: Uint8Array): DeliveryEvent[] {
  const json = parseBody(body)
  if (json === undefined) throw new UnreadableDelivery('The body is not JSON.')
  const accounts = accountsIn(json)
  if (countAll(accounts) > MAX_ITEMS) throw tooMuch()
  return accounts.flatMap(({ id, time, changes }): DeliveryEvent[] =>
    changes === null
      ? [{ kind: 'other', field: 'entries.unread', accountIdentifier: null, channelIdentifier: null }]
      : changes.flatMap((item) => readChange(item, id, time)),
  )
}

function accountsIn(json: unknown): Account[] {
  const shape = shapeOf(json)
  if (shape === null) throw new UnreadableDelivery('The body is not a webhook of WhatsApp.')
  if (shape === 'change') return [{ id: null, time: null, changes: [json] }]
  const { entry: entries } = json as { entry: unknown[] }
  if (entries.length > MAX_ITEMS) throw tooMuch()
  return entries.map(readEntry)
}

function tooMuch(): UnreadableDelivery {
  return new UnreadableDelivery('There is more in the body than Meta ever sends.')
}

function readEntry(raw: unknown): Account {
  const { data } = entry.safeParse(raw)
  return { id: data?.id ?? null, time: data?.time ?? null, changes: data?.changes ?? null }
}

function countAll(accounts: Account[]): number {
  let count = 0
  for (const { changes } of accounts) {
    count++
    for (const item of changes ?? []) {
      const value = isRecord(item) ? item.value : null
      count += 1 + (isRecord(value) ? countItems(value) : 0)
    }
  }
  return count
}
