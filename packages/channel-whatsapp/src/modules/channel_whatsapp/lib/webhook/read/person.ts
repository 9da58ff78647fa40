import type { ContactIdentity } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import { metaUserId, phoneOf, toldOrOdd } from './meta-values.ts'

const contact = z.object({
  profile: z.object({ name: toldOrOdd, username: toldOrOdd }).optional().catch(undefined),
  wa_id: toldOrOdd,
  user_id: metaUserId,
})
type WebhookContact = z.infer<typeof contact>

/** The contacts of one change, by each of their identities. */
export interface ContactBook {
  byWaId: Map<string, WebhookContact>
  byUserId: Map<string, WebhookContact>
}

export function readContacts(items: unknown[]): ContactBook {
  const book: ContactBook = { byWaId: new Map(), byUserId: new Map() }
  for (const item of items) {
    const { success, data } = contact.safeParse(item)
    if (!success) continue
    if (data.wa_id) book.byWaId.set(data.wa_id, data)
    if (data.user_id) book.byUserId.set(data.user_id, data)
  }
  return book
}

/**
 * Whom an item names. The phone is left out where the person hides it; the business-scoped user id is always there
 * since April 2026. What else is known is taken from the contact with the same identity only: in a batch the first
 * one need not be this person. Null where the item names nobody.
 */
export function personOf(
  waId: string | undefined,
  userId: string | undefined,
  contacts: ContactBook,
): ContactIdentity | null {
  const known = contactOf(waId, userId, contacts)
  const phone = phoneOf(waId || known?.wa_id)
  const id = userId || known?.user_id || null
  if (!phone && !id) return null
  return {
    phone,
    userId: id,
    username: known?.profile?.username?.replace(/^@/, '') || null,
    displayName: known?.profile?.name ?? null,
  }
}

function contactOf(waId: string | undefined, userId: string | undefined, contacts: ContactBook) {
  const byUserId = userId ? contacts.byUserId.get(userId) : undefined
  if (byUserId) return byUserId
  const byWaId = waId ? contacts.byWaId.get(waId) : undefined
  const isAnother = userId && byWaId?.user_id && byWaId.user_id !== userId
  return isAnother ? undefined : byWaId
}
