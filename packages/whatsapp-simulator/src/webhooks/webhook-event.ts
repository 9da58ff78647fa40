export type ContactPayload = { profile: { name: string; username?: string }; wa_id?: string; user_id: string }

/** The list a value carries its items in, and the field such values are subscribed to by. */
export const FIELD_OF_LIST = {
  messages: 'messages',
  statuses: 'messages',
  message_echoes: 'smb_message_echoes',
  history: 'history',
  user_preferences: 'user_preferences',
  user_id_update: 'user_id_update',
  calls: 'calls',
} as const

/** One thing about one number and its customers; those of the same number and list share a value. */
export type ListedEvent = {
  wabaId: string
  phoneNumberId: string
  displayPhoneNumber: string
  kind: keyof typeof FIELD_OF_LIST
  contact: ContactPayload | null
  item: Record<string, unknown>
}

/** A value that stands for itself: templates, numbers, the account. `at` is ISO. */
export type AccountEvent = { wabaId: string; field: string; value: Record<string, unknown>; at: string }

/** One thing to tell, before it is put into an envelope with others. */
export type WebhookEvent = ListedEvent | AccountEvent

export function fieldOf(event: WebhookEvent): string {
  return 'field' in event ? event.field : FIELD_OF_LIST[event.kind]
}

/** The number it is about; none of the account's own affairs. */
export function numberOf(event: WebhookEvent): string | undefined {
  return 'field' in event ? undefined : event.phoneNumberId
}
