import { type Db, sql } from '../db.ts'
import { plainArray } from '../plain-array.ts'
import { millisecondsOf, timeOf } from './realm.ts'

export interface ToldClaim {
  phoneId: string
  userId: string
  first: Date
  last: Date
}

export interface ToldSuccession {
  fromId: string
  toId: string
  at: Date
  deliveryId: string | null
}

/** @returns the claims that were new, or began earlier than was known */
export async function addClaims(db: Db, claims: ToldClaim[]): Promise<ToldClaim[]> {
  if (claims.length === 0) return []
  const { rows } = await sql<{ phoneId: string; userId: string; firstAt: number }>`
    insert into cc_identity_claims as c (phone_id, user_id, first_at, last_at)
    select * from unnest(
      ${plainArray(claims.map((c) => c.phoneId))}::uuid[], ${plainArray(claims.map((c) => c.userId))}::uuid[],
      ${plainArray(claims.map((c) => timeOf(c.first.getTime())))}::timestamptz[],
      ${plainArray(claims.map((c) => timeOf(c.last.getTime())))}::timestamptz[])
    on conflict (phone_id, user_id) do update
      set first_at = least(c.first_at, excluded.first_at), last_at = greatest(c.last_at, excluded.last_at)
      where excluded.first_at < c.first_at or excluded.last_at > c.last_at
    returning phone_id as "phoneId", user_id as "userId", ${millisecondsOf('first_at')} as "firstAt"`.execute(
    db,
  )
  const firsts = new Map(rows.map((row) => [`${row.phoneId}|${row.userId}`, row.firstAt]))
  return claims.filter(({ phoneId, userId, first }) => firsts.get(`${phoneId}|${userId}`) === first.getTime())
}

/** @returns those that were new, or happened earlier than was known; `isNew` tells the two apart */
export async function addSuccessions(
  db: Db,
  successions: ToldSuccession[],
): Promise<(ToldSuccession & { isNew: boolean })[]> {
  const first = new Map<string, ToldSuccession>()
  for (const one of successions) {
    const key = `${one.fromId}|${one.toId}`
    const known = first.get(key)
    if (one.fromId !== one.toId && (!known || one.at < known.at)) first.set(key, one)
  }
  const unique = [...first.values()]
  if (unique.length === 0) return []
  const { rows } = await sql<{ fromId: string; toId: string; isNew: boolean }>`
    insert into cc_identity_successions as s (from_id, to_id, at, delivery_id)
    select * from unnest(
      ${plainArray(unique.map((one) => one.fromId))}::uuid[], ${plainArray(unique.map((one) => one.toId))}::uuid[],
      ${plainArray(unique.map((one) => timeOf(one.at.getTime())))}::timestamptz[],
      ${plainArray(unique.map((one) => one.deliveryId))}::uuid[])
    on conflict (from_id, to_id) do update set at = excluded.at where excluded.at < s.at
    returning from_id as "fromId", to_id as "toId", xmax = 0 as "isNew"`.execute(db)
  return rows.map(({ isNew, fromId, toId }) => ({ ...first.get(`${fromId}|${toId}`)!, isNew }))
}
