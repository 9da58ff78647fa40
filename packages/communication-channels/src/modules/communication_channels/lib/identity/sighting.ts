import { hashForLookup } from '@open-mercato/shared/lib/encryption/aes'
import type { ContactIdentity, FormerIdentity } from '../delivery-event.ts'
import { exactHash } from '../exact-hash.ts'
import { phoneKey, spellingsOf } from './phone-key.ts'
import { remembered } from './remembered.ts'

/** An identity as it was told, and what it is found by. */
export interface Seen {
  /** The same for the same identity. */
  key: string
  kind: 'phone' | 'user_id'
  /** Where a user id is valid; a phone is so everywhere, and its namespace is empty. */
  namespace: string
  /** As received: messages go to it. */
  wire: string
  hash: string
  /** What the same phone was kept under before its spellings had one key. */
  formerHashes: string[]
}

export function identityKey({ kind, namespace, hash }: Pick<Seen, 'kind' | 'namespace' | 'hash'>): string {
  return `${kind}|${namespace}|${hash}`
}

export interface SeenName {
  kind: 'display_name' | 'username' | 'saved_name' | 'parent_user_id'
  value: string
  hash: string
}

/** Somebody was seen: with one identity or both, by a name, perhaps as somebody who was another one until then. */
export interface Sighting {
  phone: Seen | null
  user: Seen | null
  names: SeenName[]
  formerPhone: Seen | null
  formerUser: Seen | null
  at: Date
  deliveryId: string | null
}

export interface Told {
  contact: ContactIdentity
  formerly: FormerIdentity | null
  at: Date
  deliveryId: string | null
}

/** Reads who was seen. Within one batch most people are seen more than once, and each is read once. */
export function sightingReader(tenantId: string): (namespace: string, told: Told) => Sighting {
  const phone = once((wire) => seenPhone(tenantId, wire))
  const users = once((namespace) => once((userId) => seenUser(tenantId, namespace, userId)))
  const displayName = once((value) => nameOf(tenantId, 'display_name', value))
  const username = once((value) => nameOf(tenantId, 'username', value))
  const parent = once((value) => nameOf(tenantId, 'parent_user_id', value))
  return (namespace, { contact, formerly, at, deliveryId }) => ({
    phone: contact.phone === null ? null : phone(contact.phone),
    user: contact.userId === null ? null : users(namespace)(contact.userId),
    names: [
      ...(contact.displayName === null ? [] : [displayName(contact.displayName)]),
      ...(contact.username === null ? [] : [username(contact.username)]),
      ...(contact.parentUserId ? [parent(contact.parentUserId)] : []),
    ],
    formerPhone: formerly?.phone ? phone(formerly.phone) : null,
    formerUser: formerly?.userId ? users(namespace)(formerly.userId) : null,
    at,
    deliveryId,
  })
}

function once<T>(read: (value: string) => T): (value: string) => T {
  const known = new Map<string, T>()
  return (value) => {
    const found = known.get(value)
    if (found !== undefined) return found
    const made = read(value)
    known.set(value, made)
    return made
  }
}

export function seenPhone(tenantId: string, phone: string): Seen {
  const [key, ...others] = spellingsOf(phoneKey(phone)) as [string, ...string[]]
  const hash = phoneHash(tenantId, key)
  return {
    key: identityKey({ kind: 'phone', namespace: '', hash }),
    kind: 'phone',
    namespace: '',
    wire: phone,
    hash,
    formerHashes: others.map((spelling) => phoneHash(tenantId, spelling)),
  }
}

export function nameOf(tenantId: string, kind: SeenName['kind'], value: string): SeenName {
  return { kind, value, hash: exactHash(value, `${tenantId}:name`) }
}

export function seenUser(tenantId: string, namespace: string, userId: string): Seen {
  const hash = userHash(`${tenantId}:user_id\0${userId}`)
  const key = identityKey({ kind: 'user_id', namespace, hash })
  return { key, kind: 'user_id', namespace, wire: userId, hash, formerHashes: [] }
}

/** Finds a contact by phone without reading anybody's: the stored phones are encrypted at random. */
function phoneHash(tenantId: string, phone: string): string {
  return lookupHash(`${tenantId}:phone\0${phone}`)
}

/** Of people who wrote lately, as context, NUL and value. */
const MOST = 20_000
const lookupHash = remembered(MOST, (key) => hashForLookup(...valueAndContext(key)))
const userHash = remembered(MOST, (key) => exactHash(...valueAndContext(key)))

function valueAndContext(key: string): [string, string] {
  const end = key.indexOf('\0')
  return [key.slice(end + 1), key.slice(0, end)]
}
