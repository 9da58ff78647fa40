import type { ContactIdentity } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { z } from 'zod'
import { isSameNumber } from '../../same-number.ts'
import { metaUserId, phoneOf, toldOrOdd, toldPhone } from './meta-values.ts'

const contact = z.compile(
  z.object({
    profile: z.object({ name: toldOrOdd, username: toldOrOdd }).optional().catch(undefined),
    wa_id: toldPhone,
    user_id: metaUserId,
    parent_user_id: metaUserId,
  }),
)
type WebhookContact = z.infer<typeof contact>

/** The contacts of one change, by each of their identities. */
export interface ContactBook {
  byWaId: Map<string, WebhookContact>
  byUserId: Map<string, WebhookContact>
  /** Where there is but one. */
  only: WebhookContact | null
  /** Where to look for those that are not in this one. */
  behind: ContactBook | null
}

export const NO_CONTACTS: ContactBook = { byWaId: new Map(), byUserId: new Map(), only: null, behind: null }

export function readContacts(items: unknown[]): ContactBook {
  const book: ContactBook = { byWaId: new Map(), byUserId: new Map(), only: null, behind: null }
  for (const item of items) {
    const { success, data } = contact.safeParse(item)
    if (!success) continue
    if (data.wa_id) book.byWaId.set(data.wa_id, data)
    if (data.user_id) book.byUserId.set(data.user_id, data)
    if (items.length === 1) book.only = data
  }
  return book
}

/** The only contact there is, for an item that names nobody; null where there are several, or it is the business. */
export function onlyPerson(book: ContactBook, displayNumber: string | null): ContactIdentity | null {
  const { only } = book
  if (!only || (only.wa_id !== undefined && isSameNumber(only.wa_id, displayNumber))) return null
  return personOf(only.wa_id, only.user_id, book)
}

/** The book with what is said of one person elsewhere. */
export function withContact(
  book: ContactBook,
  {
    waId,
    userId,
    username,
  }: { waId?: string | undefined; userId?: string | undefined; username?: string | undefined },
): ContactBook {
  const known = contactOf(waId, userId, book)
  const contact = {
    wa_id: waId ?? known?.wa_id,
    user_id: userId ?? known?.user_id,
    parent_user_id: known?.parent_user_id,
    profile: { name: known?.profile?.name, username: username ?? known?.profile?.username },
  }
  return {
    byWaId: new Map(contact.wa_id ? [[contact.wa_id, contact]] : []),
    byUserId: new Map(contact.user_id ? [[contact.user_id, contact]] : []),
    only: book.only,
    behind: book,
  }
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
    ...(known?.parent_user_id && { parentUserId: known.parent_user_id }),
  }
}

function contactOf(waId: string | undefined, userId: string | undefined, contacts: ContactBook) {
  const byUserId = userId ? namedIn(contacts, 'byUserId', userId) : undefined
  if (byUserId) return byUserId
  const byWaId = waId ? namedIn(contacts, 'byWaId', waId) : undefined
  const isAnother = userId && byWaId?.user_id && byWaId.user_id !== userId
  return isAnother ? undefined : byWaId
}

function namedIn(book: ContactBook, index: 'byWaId' | 'byUserId', name: string): WebhookContact | undefined {
  return book[index].get(name) ?? (book.behind ? namedIn(book.behind, index, name) : undefined)
}
