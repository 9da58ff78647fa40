import { type Db, sql } from '../db.ts'
import { retentionDays } from './retention-days.ts'

/** Prepared ahead, so that a process that sleeps over a weekend still finds a partition for the day. */
const DAYS_AHEAD = 7

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Prepares the journal's partitions for the coming days and drops those past retention. What is pending, what is a dead
 * letter and what a legal hold keeps goes on in the default partition. Idempotent.
 *
 * @param days of retention
 */
export async function maintainPartitions(db: Db, now: Date, days = retentionDays()): Promise<void> {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    await createDay(db, new Date(now.getTime() + ahead * DAY_MS))
  }
  await dropDaysBefore(db, new Date(now.getTime() - days * DAY_MS))
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
  for (const { name } of rows) await dropDay(db, name)
  await sql`
    delete from cc_webhook_deliveries_default d where d.received_at < ${limit} and not ${isKept}`.execute(db)
}

/** More than that stays where it is, without the rest: nothing comes in while rows are moved. */
const MOVED_AT_MOST = 10_000

/** One transaction, so the journal shows every row that is kept the whole time. */
async function dropDay(db: Db, name: string): Promise<void> {
  const day = sql.table(name)
  await sql`
    do $$ begin
      perform pg_advisory_xact_lock(hashtext('cc_webhook_deliveries'));
      if to_regclass(${sql.lit(name)}) is null then return; end if;
      if (select count(*) from (select 1 from ${day} d where ${isKept} limit ${sql.lit(MOVED_AT_MOST + 1)}) kept)
         > ${sql.lit(MOVED_AT_MOST)} then
        delete from ${day} d where not ${isKept};
        return;
      end if;
      alter table cc_webhook_deliveries detach partition ${day};
      insert into cc_webhook_deliveries_default select d.* from ${day} d where ${isKept};
      drop table ${day};
    end $$`.execute(db)
}

/** Work still to do, dead letters, and whatever an organisation has to keep for a court. */
const isKept = sql`(d.state <> 'applied' or exists (
  select 1 from cc_settings s
  where s.tenant_id = d.tenant_id and s.organization_id = d.organization_id and s.legal_hold_since is not null))`

function partitionName(day: Date): string {
  return `cc_webhook_deliveries_${isoDay(day).slice(0, 10).replaceAll('-', '')}`
}

function isoDay(day: Date): string {
  return `${day.toISOString().slice(0, 10)} 00:00:00+00`
}
