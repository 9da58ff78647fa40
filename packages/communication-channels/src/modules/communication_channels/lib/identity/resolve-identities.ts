/**
 * Who wrote? Decides which contact each sighting of a phone or user id belongs to. Pure: what is known is handed
 * in, what changes is handed back.
 *
 * - A user id names one person within its namespace (the provider's account). It decides where it is there.
 * - A phone finds a person too, but numbers change hands: a phone that comes with a user id other than the one
 *   its contact has in that namespace belongs to somebody else from then on, by the provider's time.
 * - A sighting with both proves that two contacts, known by one each, are the same person: they are merged.
 * - Nothing is ever matched by name, by last digits or by likeness.
 */
export interface Sighting {
  phone: string | null
  userId: string | null
  namespace: string
  at: Date
}

export interface Identity {
  kind: 'phone' | 'user_id'
  namespace: string
  value: string
  contactId: string
  at: Date
}

export interface Resolution {
  /** The contact of each sighting, in the order given. */
  contactIds: string[]
  created: Set<string>
  /** New, moved or seen later. */
  changed: Identity[]
  merges: { survivor: string; absorbed: string }[]
  /** For each sighting, whether its phone is (still) its contact's: an answer must not go to a later owner. */
  ownsPhone: boolean[]
  /** Contacts whose phone went to somebody else, and since when. */
  releases: { contactId: string; at: Date }[]
}

export function resolveIdentities(
  sightings: Sighting[],
  known: Identity[],
  newContactId: () => string,
): Resolution {
  const book = new IdentityBook(known)
  const created = new Set<string>()
  const merges: Resolution['merges'] = []
  const assigned = new Map<Sighting, string>()

  const create = (): string => {
    const id = newContactId()
    created.add(id)
    return id
  }

  const byTime = [...sightings].sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const sighting of byTime) assigned.set(sighting, resolveOne(sighting, book, create, merges))

  const contactIds = sightings.map((sighting) => book.current(assigned.get(sighting)!))
  return {
    contactIds,
    ownsPhone: sightings.map(
      ({ phone }, index) => phone !== null && book.find('phone', '', phone)?.contactId === contactIds[index],
    ),
    releases: known.flatMap(({ kind, namespace, value, contactId }) => {
      const now = book.find(kind, namespace, value)
      const isReleased = kind === 'phone' && now !== undefined && now.contactId !== book.current(contactId)
      return isReleased ? [{ contactId: book.current(contactId), at: now.at }] : []
    }),
    created: new Set([...created].filter((id) => book.current(id) === id)),
    changed: book.changed(),
    // Into whoever it is in the end: one that was made and absorbed within the batch is never stored.
    merges: merges
      .filter(({ absorbed }) => !created.has(absorbed))
      .map(({ survivor, absorbed }) => ({ survivor: book.current(survivor), absorbed })),
  }
}

function resolveOne(
  sighting: Sighting,
  book: IdentityBook,
  create: () => string,
  merges: Resolution['merges'],
): string {
  const { phone, userId, namespace, at } = sighting
  const byPhone = phone ? book.find('phone', '', phone) : undefined
  if (!userId) {
    const contactId = byPhone?.contactId ?? create()
    if (phone) book.see({ kind: 'phone', namespace: '', value: phone, contactId, at })
    return contactId
  }

  const byUserId = book.find('user_id', namespace, userId)
  const phoneIsSomebodyElses =
    byPhone !== undefined && book.hasOtherUserId(byPhone.contactId, namespace, userId)
  const contactId = byUserId?.contactId ?? (byPhone && !phoneIsSomebodyElses ? byPhone.contactId : create())
  book.see({ kind: 'user_id', namespace, value: userId, contactId, at })

  if (phone) {
    if (byPhone && byPhone.contactId !== contactId && !phoneIsSomebodyElses) {
      merges.push({ survivor: contactId, absorbed: byPhone.contactId })
      book.merge(contactId, byPhone.contactId)
    }
    const staysWithItsLaterOwner = phoneIsSomebodyElses && byPhone.at > at
    if (!staysWithItsLaterOwner) book.see({ kind: 'phone', namespace: '', value: phone, contactId, at })
  }
  return contactId
}

/** What is known while a batch is worked through. */
class IdentityBook {
  private readonly byKey = new Map<string, Identity>()
  /** By contact and namespace, so that a batch of any size is worked through in one pass. */
  private readonly userIds = new Map<string, Set<string>>()
  private readonly touched = new Set<string>()
  private readonly mergedInto = new Map<string, string>()

  constructor(known: Identity[]) {
    for (const identity of known) this.put(identity)
  }

  find(kind: Identity['kind'], namespace: string, value: string): Identity | undefined {
    return this.byKey.get(keyOf({ kind, namespace, value }))
  }

  see(identity: Identity): void {
    const key = keyOf(identity)
    const before = this.byKey.get(key)
    const at = before && before.at > identity.at ? before.at : identity.at
    this.put({ ...identity, at })
    this.touched.add(key)
  }

  hasOtherUserId(contactId: string, namespace: string, userId: string): boolean {
    const userIds = this.userIds.get(`${contactId}|${namespace}`)
    return userIds !== undefined && (userIds.size > 1 || !userIds.has(userId))
  }

  private put(identity: Identity): void {
    this.byKey.set(keyOf(identity), identity)
    if (identity.kind !== 'user_id') return
    const key = `${identity.contactId}|${identity.namespace}`
    const userIds = this.userIds.get(key)
    if (userIds) userIds.add(identity.value)
    else this.userIds.set(key, new Set([identity.value]))
  }

  merge(survivor: string, absorbed: string): void {
    this.mergedInto.set(absorbed, survivor)
    for (const [key, identity] of this.byKey) {
      if (identity.contactId !== absorbed) continue
      this.put({ ...identity, contactId: survivor })
      this.touched.add(key)
    }
  }

  current(contactId: string): string {
    let id = contactId
    for (let next = this.mergedInto.get(id); next; next = this.mergedInto.get(id)) id = next
    return id
  }

  changed(): Identity[] {
    return [...this.touched].map((key) => this.byKey.get(key)!)
  }
}

function keyOf(identity: { kind: string; namespace: string; value: string }): string {
  return `${identity.kind}|${identity.namespace}|${identity.value}`
}
