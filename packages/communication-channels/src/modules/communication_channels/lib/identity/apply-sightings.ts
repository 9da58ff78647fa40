import { restateConsents } from '../consent/restate-consents.ts'
import type { Db } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { addClaims, addSuccessions, type ToldClaim, type ToldSuccession } from './add-evidence.ts'
import { addNames, type NameNews } from './add-names.ts'
import { addContactEvents, type ContactEvent, settledEvents } from './contact-events.ts'
import { type Identity, knowIdentities } from './known-identities.ts'
import type { Realm } from './realm.ts'
import { refreshContacts } from './refresh-contacts.ts'
import { type Filing, settlePeople } from './settle-people.ts'
import type { Seen, Sighting } from './sighting.ts'
import { claimsIn, namesIn, type RowOf, successionsIn, timesOf } from './told-in-sightings.ts'

export interface Filed {
  /** Under what it is filed: the user id, where there is one. */
  identityId: string
  contactId: string
}

export interface AppliedSightings {
  filed: Map<Sighting, Filed>
  /** Threads that moved with their people. */
  changedConversations: string[]
}

/**
 * Adds what was seen to the evidence, and finds or makes the contact of whatever is to be filed. Mostly nobody is new
 * and nothing is news: then it is a few statements for all of them. The realm is held by the caller.
 *
 * @param filings those under whom something is filed; the others only teach
 */
export async function applySightings(
  db: Db,
  encryption: TenantEncryptionService,
  realm: Realm,
  sightings: Sighting[],
  filings: Set<Sighting>,
): Promise<AppliedSightings> {
  const known = await knowIdentities(db, encryption, realm, timesOf(sightings))
  const rowOf = (seen: Seen) => known.byKey.get(seen.key)!
  const byId = new Map([...known.byKey.values()].map((identity) => [identity.id, identity]))
  const claims = claimsIn(sightings, rowOf)
  const newClaims = await addClaims(db, claims)
  const changes = await addSuccessions(db, successionsIn(sightings, rowOf))
  const names = await addNames(db, encryption, realm, namesIn(sightings, rowOf))

  const toFile = [...filings].map((sighting) => ({ sighting, ...filingOf(sighting, rowOf) }))
  const news = new Set([
    ...[...newClaims, ...claims.filter((claim) => isContested(claim, byId))].flatMap(
      ({ phoneId, userId }) => [phoneId, userId],
    ),
    ...changes.flatMap(({ fromId, toId }) => [fromId, toId]),
    ...toFile.filter(({ identity, at }) => isHomeless(identity, at)).map(({ identity }) => identity.id),
    ...known.folded.keys(),
  ])
  const settled = await settlePeople(
    db,
    realm,
    news,
    toFile.map(({ identity, at }) => ({ identityId: identity.id, at })),
    known.folded,
  )
  const contactOf = (identityId: string, at: number) => {
    const contactId = settled.contactAt(identityId, at)
    return contactId === undefined ? (byId.get(identityId)?.contactId ?? null) : contactId
  }
  const shown = [...names.renamed, ...known.touched].flatMap(
    (id) => contactOf(id, Number.MAX_SAFE_INTEGER) ?? [],
  )
  await refreshContacts(db, [...settled.contactIds, ...shown])
  await restateConsents(db, settled.contactIds)
  await addContactEvents(db, realm, [
    ...settledEvents(settled, null, deliveriesBy(sightings, rowOf)),
    ...changeEvents(changes, names, byId, contactOf),
  ])
  return { filed: filedIn(toFile, contactOf), changedConversations: settled.changedConversations }
}

function filingOf({ phone, user, at }: Sighting, rowOf: RowOf): Pick<Filing, 'at'> & { identity: Identity } {
  return user ? { identity: rowOf(user), at: null } : { identity: rowOf(phone!), at: at.getTime() }
}

/** Where a number changed hands before, who is seen with it may be news, although it was seen with them before. */
function isContested({ phoneId, userId }: ToldClaim, byId: Map<string, Identity>): boolean {
  const [phone, user] = [byId.get(phoneId)!, byId.get(userId)!]
  return Number.isFinite(phone.heldSince) || phone.contactId !== user.contactId
}

function isHomeless({ contactId, heldSince }: Identity, at: number | null): boolean {
  return contactId === null || (at !== null && at < heldSince)
}

function deliveriesBy(sightings: Sighting[], rowOf: RowOf): (a: string, b: string) => string | null {
  const deliveries = new Map<string, string | null>()
  for (const { phone, user, formerPhone, formerUser, deliveryId } of sightings) {
    for (const a of [phone, formerPhone, formerUser]) {
      for (const b of [user, phone]) if (a && b) deliveries.set(`${rowOf(a).id}|${rowOf(b).id}`, deliveryId)
    }
  }
  return (a, b) => deliveries.get(`${a}|${b}`) ?? null
}

type ContactOf = (identityId: string, at: number) => string | null

function changeEvents(
  changes: (ToldSuccession & { isNew: boolean })[],
  { usernames }: NameNews,
  byId: Map<string, Identity>,
  contactOf: ContactOf,
): ContactEvent[] {
  const kindOf = (id: string) => byId.get(id)!.kind
  const moved = new Set(changes.flatMap(({ fromId, toId }) => (kindOf(toId) === 'phone' ? fromId : [])))
  // Who moves to another number is named by their user id, which is no other one by that.
  const isNews = ({ fromId, toId, isNew }: (typeof changes)[number]) =>
    isNew && (kindOf(toId) === 'phone' || !moved.has(fromId))
  const changed = changes.filter(isNews).flatMap(({ fromId, toId, at, deliveryId }): ContactEvent[] => {
    const contactId = contactOf(toId, at.getTime())
    const kind = kindOf(toId) === 'phone' ? 'phone_changed' : 'user_id_changed'
    if (!contactId) return []
    return [{ contactId, kind, reason: 'provider', at: at.getTime(), detail: { fromId, toId }, deliveryId }]
  })
  const renamed = usernames.flatMap(({ identityId, at }): ContactEvent[] => {
    const contactId = contactOf(identityId, at.getTime())
    if (!contactId) return []
    const detail = { toId: identityId }
    return [{ contactId, kind: 'username_changed', reason: 'provider', at: at.getTime(), detail }]
  })
  return [...changed, ...renamed]
}

function filedIn(
  toFile: { sighting: Sighting; identity: Identity; at: number | null }[],
  contactOf: ContactOf,
): Map<Sighting, Filed> {
  return new Map(
    toFile.map(({ sighting, identity, at }) => {
      const contactId = contactOf(identity.id, at ?? sighting.at.getTime())
      if (contactId === null) throw new Error('A message was filed under nobody')
      return [sighting, { identityId: identity.id, contactId }]
    }),
  )
}
