import type { ToldClaim, ToldSuccession } from './add-evidence.ts'
import type { ToldName } from './add-names.ts'
import type { Identity, SeenTimes } from './known-identities.ts'
import type { Seen, Sighting } from './sighting.ts'

export type RowOf = (seen: Seen) => Identity

export function timesOf(sightings: Sighting[]): SeenTimes[] {
  const times = new Map<string, SeenTimes>()
  const see = (seen: Seen | null, at: Date, isPaired: boolean) => {
    if (!seen) return
    const known = times.get(seen.key)
    if (!known) {
      times.set(seen.key, { seen, isPaired, first: at, last: at })
      return
    }
    known.isPaired &&= isPaired
    if (at < known.first) known.first = at
    if (at >= known.last) Object.assign(known, { seen, last: at })
  }
  for (const { phone, user, formerPhone, formerUser, at } of sightings) {
    const isPaired = phone !== null && user !== null
    see(phone, at, isPaired)
    see(user, at, isPaired)
    // Until then, and not any more.
    const before = new Date(at.getTime() - 1)
    see(formerPhone, before, false)
    see(formerUser, before, false)
  }
  return [...times.values()]
}

export function claimsIn(sightings: Sighting[], rowOf: RowOf): ToldClaim[] {
  const claims = new Map<string, ToldClaim>()
  for (const { phone, user, at } of sightings) {
    if (!phone || !user) continue
    const [phoneId, userId] = [rowOf(phone).id, rowOf(user).id]
    const key = `${phoneId}|${userId}`
    const known = claims.get(key) ?? { phoneId, userId, first: at, last: at }
    claims.set(key, {
      phoneId,
      userId,
      first: at < known.first ? at : known.first,
      last: at > known.last ? at : known.last,
    })
  }
  return [...claims.values()]
}

/** Whoever was another one until then. Without their former user id, it is whoever had the phone. */
export function successionsIn(sightings: Sighting[], rowOf: RowOf): ToldSuccession[] {
  return sightings.flatMap(({ phone, user, formerPhone, formerUser, at, deliveryId }) => {
    const become = (from: Seen | null, to: Seen | null): ToldSuccession[] =>
      from && to ? [{ fromId: rowOf(from).id, toId: rowOf(to).id, at, deliveryId }] : []
    return [...become(formerPhone, phone), ...become(formerUser ?? formerPhone, user)]
  })
}

export function namesIn(sightings: Sighting[], rowOf: RowOf): ToldName[] {
  const names = new Map<string, ToldName>()
  for (const { phone, user, names: said, at } of sightings) {
    const seen = user ?? phone
    if (!seen) continue
    const identityId = rowOf(seen).id
    for (const name of said) {
      const key = `${identityId}|${name.kind}|${name.hash}`
      const known = names.get(key) ?? { identityId, name, first: at, last: at }
      names.set(key, {
        ...known,
        first: at < known.first ? at : known.first,
        last: at > known.last ? at : known.last,
      })
    }
  }
  return [...names.values()]
}
