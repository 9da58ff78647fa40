import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'

/** A provider's people within one organisation. */
export interface Realm extends Scope {
  providerKey: string
}

/**
 * One realm's people are sorted out by one at a time, until the transaction ends: two cannot make two contacts of one
 * person, nor can one decide while the other moves.
 */
export async function holdRealm(db: Db, { tenantId, organizationId, providerKey }: Realm): Promise<void> {
  const key = ['cc_contacts', tenantId, organizationId, providerKey].join('|')
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

/** A `timestamptz` of milliseconds, which may be infinite. */
export function timeOf(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return milliseconds < 0 ? '-infinity' : 'infinity'
  const whole = Math.floor(milliseconds)
  const micros = Math.round((milliseconds - whole) * 1000)
  const iso = new Date(whole).toISOString()
  return `${iso.slice(0, -1)}${String(micros).padStart(3, '0')}Z`
}

/** The milliseconds of a `timestamptz` column, in SQL. */
export function millisecondsOf(column: string) {
  return sql<number>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`
}
