import type { MessageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import type { ContactIdentity } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { readPhone } from '@open-mercato/communication-channels/modules/communication_channels/lib/identity/phone-key'

/**
 * The sender with the phone that they gave when the business asked for it: one card with one number, which is not said
 * to be anybody else's. Written without a country it is read as of the one that their user id begins with.
 */
export function withSharedPhone(contact: ContactIdentity, content: MessageContent): ContactIdentity {
  if (contact.phone !== null || contact.userId === null || content.type !== 'contacts') return contact
  const [card, ...others] = content.contacts
  const [given, ...more] = card?.phones ?? []
  if (card?.origin !== 'contact_request' || others.length > 0 || more.length > 0) return contact
  const isTheirs = given?.userId === undefined || given.userId === contact.userId
  const region = /^([A-Z]{2})\./.exec(contact.userId)?.[1] ?? null
  const phone = given?.phone && isTheirs ? readPhone(given.phone, region) : null
  return phone ? { ...contact, phone } : contact
}
