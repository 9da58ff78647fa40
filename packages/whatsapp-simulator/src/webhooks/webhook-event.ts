export type ContactPayload = { profile: { name: string; username?: string }; wa_id?: string; user_id: string }

/** One thing to tell, before it is put into an envelope with others. */
export type WebhookEvent = {
  wabaId: string
  phoneNumberId: string
  displayPhoneNumber: string
  kind: 'messages' | 'statuses'
  contact: ContactPayload | null
  item: Record<string, unknown> & { id: string }
}
