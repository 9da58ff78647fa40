import { type Db, sql } from '../db.ts'

/** Prepared ahead, so that a process that sleeps over a weekend still finds a partition for the day. */
const DAYS_AHEAD = 7
/** Providers repeat a delivery for days (a week is known); a month leaves time to look into what went wrong. */
export const RETENTION_DAYS = 30

const DAY_MS = 24 * 60 * 60 * 1000

/** Prepares the journal's partitions for the coming days and drops those past retention. Idempotent. */
export async function maintainPartitions(db: Db, now: Date): Promise<void> {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    await createDay(db, new Date(now.getTime() + ahead * DAY_MS))
  }
  await dropDaysBefore(db, new Date(now.getTime() - RETENTION_DAYS * DAY_MS))
}

async function createDay(db: Db, day: Date): Promise<void> {
  const from = isoDay(day)
  const to = isoDay(new Date(day.getTime() + DAY_MS))
  // A day that already has rows in the default partition stays there: it cannot be split off while they are.
  await sql`
    do $$ begin
      perform pg_advisory_xact_lock(hashtext('cc_webhook_deliveries'));
      if not exists (select 1 from cc_webhook_deliveries_default
                     where received_at >= '${sql.raw(from)}' and received_at < '${sql.raw(to)}') then
        create table if not exists ${sql.table(partitionName(day))}
          partition of cc_webhook_deliveries for values from ('${sql.raw(from)}') to ('${sql.raw(to)}');
      end if;
    end $$`.execute(db)
}

async function dropDaysBefore(db: Db, limit: Date): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select child.relname as name from pg_inherits
    join pg_class child on child.oid = inhrelid
    join pg_class parent on parent.oid = inhparent
    where parent.relname = 'cc_webhook_deliveries' and child.relname ~ '^cc_webhook_deliveries_[0-9]{8}$'
      and child.relname < ${partitionName(limit)}`.execute(db)
  for (const { name } of rows) await sql`drop table if exists ${sql.table(name)}`.execute(db)
  await sql`delete from cc_webhook_deliveries_default where received_at < ${limit}`.execute(db)
}

function partitionName(day: Date): string {
  return `cc_webhook_deliveries_${isoDay(day).slice(0, 10).replaceAll('-', '')}`
}

function isoDay(day: Date): string {
  return `${day.toISOString().slice(0, 10)} 00:00:00+00`
}
