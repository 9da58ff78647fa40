import { isRecord, itemsOf } from './read/meta-values.ts'

/**
 * Meta puts at most 1,000 updates into a delivery, but a chunk of history may fill its 3 MB with short messages of
 * 120 bytes and more. A made-up one of that size has room for a million, which would fill the memory of a process that
 * works for every tenant.
 */
export const MAX_ITEMS = 25_000

const LISTS = [
  'messages',
  'statuses',
  'contacts',
  'errors',
  'user_actions',
  'message_echoes',
  'state_sync',
  'user_preferences',
  'user_id_update',
  'calls',
  'groups',
  'automatic_events',
] as const

/** How much there is in the value of a change, before any of it is looked at. */
export function countItems(value: Record<string, unknown>): number {
  const listed = LISTS.reduce((sum, name) => sum + itemsOf(value, name).length, 0)
  return listed + countHistory(value) + redactedIn(value)
}

/** Ours: how many items were taken out (`redact-delivery.ts`). */
export function redactedIn({ redacted }: Record<string, unknown>): number {
  return typeof redacted === 'number' && redacted >= 1 && redacted <= MAX_ITEMS ? Math.floor(redacted) : 0
}

function countHistory(value: Record<string, unknown>): number {
  let count = 0
  for (const chunk of itemsOf(value, 'history')) {
    count++
    if (!isRecord(chunk)) continue
    count += itemsOf(chunk, 'errors').length
    for (const thread of itemsOf(chunk, 'threads')) {
      count += 1 + (isRecord(thread) ? itemsOf(thread, 'messages').length : 0)
    }
  }
  return count
}
