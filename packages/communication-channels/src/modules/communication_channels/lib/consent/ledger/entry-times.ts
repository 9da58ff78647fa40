import { sql } from '../../db.ts'

/*
 * PostgreSQL knows times that neither ISO 8601 nor a date here does: infinity, the year 20000, years before Christ. Nothing
 * of ours ever writes one, so whoever finds one in the ledger finds what somebody put there behind our back.
 */

/**
 * As the entry is hashed. Whatever is finer than a millisecond was not recorded by the ledger, and is not hidden; nor is a
 * time that has no such form, for 2026 before Christ would read like our own.
 */
export function isoTime(column: string) {
  const at = sql.ref(column)
  const told = sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`
  return sql<string>`case when isfinite(${at}) and ${at} >= '0001-01-01Z'::timestamptz
    then regexp_replace(${told}, '000$', '') || 'Z' else ${at}::text end`
}

/** As a date can hold it; null, as what is not known, where it cannot. */
export function knownTime(column: string) {
  const at = sql.ref(column)
  return sql`case when ${at} between '1970-01-01Z' and '9999-12-31Z' then ${at} end`
}

/**
 * When it was said, of entries `e`. How people stand is told whatever was done to the ledger: where that is not known, who
 * wants no more is left alone, and who agreed may have thought better of it since.
 */
export const OCCURRED_AT = sql`coalesce(${knownTime('e.occurred_at')},
  case when e.kind = 'opted_out' then '9999-12-31Z' else '1970-01-01Z' end::timestamptz)`
