import type { EntityManager } from '@mikro-orm/postgresql'
import { type Kysely, sql } from 'kysely'

/** A query builder bound to the entity manager's transaction where it has one. Statements are written in SQL. */
export type Db = Kysely<unknown>

export function dbOf(em: EntityManager): Db {
  return em.getKysely() as unknown as Db
}

/** A `timestamptz` as the driver gives it. */
export type Timestamp = string

export function toDate(timestamp: Timestamp): Date
export function toDate(timestamp: Timestamp | null): Date | null
export function toDate(timestamp: Timestamp | null): Date | null {
  return timestamp === null ? null : new Date(timestamp)
}

/**
 * What is written down to be done at a time is due by the database's clock, as everybody else's: a process whose own is
 * ahead would keep it back from all of them.
 */
export async function databaseNow(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as now`.execute(db)
  return new Date(rows[0]!.now)
}

/** The same for a turn of work: asked once, it runs on with the process's monotonic clock. */
export async function databaseClock(db: Db): Promise<() => Date> {
  const start = (await databaseNow(db)).getTime() - performance.now()
  return () => new Date(start + performance.now())
}

export { sql }
