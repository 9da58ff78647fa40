import type { ContactDetail } from './contact.ts'

/**
 * When the number that is shown was last seen, where somebody was seen without it since: they hide it by now. Of two
 * who were joined, the one may have been seen without the other's number all along.
 */
export function hiddenSince({
  contact,
  identities,
}: Pick<ContactDetail, 'contact' | 'identities'>): string | null {
  const current = identities.filter(({ until }) => until === null)
  const phone = current.find(({ kind, value }) => kind === 'phone' && value === contact.phone)
  const [user, ...others] = current.filter(({ kind }) => kind === 'user_id')
  if (!phone || !user || others.length > 0) return null
  return user.lastSeen > phone.lastSeen ? phone.lastSeen : null
}
