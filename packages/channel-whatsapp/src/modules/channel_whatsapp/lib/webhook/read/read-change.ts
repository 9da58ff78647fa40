import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { isAccountField, readAccountChange } from '../../account/read-account-change.ts'
import { redactedIn } from '../count-items.ts'
import { addressee, change } from '../envelope.ts'
import { type Change, other } from './change.ts'
import { readAppContacts } from './fields/app-contacts.ts'
import { readCalls } from './fields/calls.ts'
import { readEchoes } from './fields/echoes.ts'
import { readHistory } from './fields/history.ts'
import { readMessages } from './fields/messages.ts'
import { readPreferences } from './fields/preferences.ts'
import { readUserIdUpdates } from './fields/user-id-updates.ts'
import { isShallow, itemsOf } from './meta-values.ts'
import { readContacts } from './person.ts'

const FIELDS = new Map<string, (change: Change) => DeliveryEvent[]>([
  ['messages', readMessages],
  ['calls', readCalls],
  ['smb_message_echoes', readEchoes],
  ['history', readHistory],
  ['user_preferences', readPreferences],
  ['user_id_update', readUserIdUpdates],
  ['smb_app_state_sync', readAppContacts],
])

export function readChange(
  item: unknown,
  accountIdentifier: string | null,
  entryTime: Date | null,
): DeliveryEvent[] {
  const parsed = change.safeParse(item)
  if (!parsed.success) {
    return [{ kind: 'other', field: 'changes.unread', accountIdentifier, channelIdentifier: null }]
  }
  const { field, value } = parsed.data
  const { metadata, recipient } = addressee.parse(value)
  const account = isNamedByPortfolio(field, value) ? null : accountIdentifier
  const channelIdentifier = metadata?.phone_number_id ?? recipient?.phone_number_id ?? null
  const address = { accountIdentifier: account, channelIdentifier }

  const redacted = redactedIn(value)
  if (redacted > 0) return Array.from({ length: redacted }, () => other(field, address))
  if (isAccountField(field)) {
    if (!isShallow(value)) return [other(`${field}.unread`, address)]
    return readAccountChange(field, value, address, entryTime)
  }
  const events = FIELDS.get(field)?.({
    field,
    value,
    address,
    contacts: readContacts(itemsOf(value, 'contacts')),
    displayNumber: metadata?.display_phone_number ?? null,
    entryTime,
  })
  return events && events.length > 0
    ? events.map((event) => withNumber(event, field))
    : [other(field, address)]
}

/** Without its number it would count as said to whichever is the account's first. */
function withNumber(event: DeliveryEvent, field: string): DeliveryEvent {
  const needsNumber = event.kind === 'message' || event.kind === 'status'
  if (!needsNumber || event.channelIdentifier !== null) return event
  const { accountIdentifier, channelIdentifier } = event
  return other(`${field}.unread`, { accountIdentifier, channelIdentifier })
}

/** What partners are told carries the id of the business portfolio where an account's would be. */
function isNamedByPortfolio(field: string, value: Record<string, unknown>): boolean {
  if (field === 'partner_solutions') return true
  return field === 'account_update' && typeof value.event === 'string' && value.event.startsWith('PARTNER_')
}
