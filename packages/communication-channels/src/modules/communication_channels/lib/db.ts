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

export { sql }
