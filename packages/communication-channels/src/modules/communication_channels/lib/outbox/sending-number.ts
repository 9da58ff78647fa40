import type { ChannelAddress } from '../adapter/connection-input.ts'
import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'
import type { SenderClock } from './clock.ts'

/** A number from which messages are due. */
export interface SendingNumber extends Scope, ChannelAddress {
  providerKey: string
  /** Within which people are counted that are written to first. */
  portfolio: string
}

const RANKS = sql`(values (0), (1), (2)) as p (rank)`

/**
 * All numbers, of all tenants, from which a message is due: first those whose messages are the most urgent. Goes from
 * number to number through the index, so that it costs the same however many messages wait.
 */
export async function dueNumbers(db: Db, clock: SenderClock): Promise<SendingNumber[]> {
  const { rows } = await sql<SendingNumber>`
    with recursive queued as (
      (select channel_id from cc_external_messages where status = 'queued' order by channel_id limit 1)
      union all
      select (select m.channel_id from cc_external_messages m
              where m.status = 'queued' and m.channel_id > q.channel_id order by m.channel_id limit 1)
      from queued q where q.channel_id is not null
    )
    select ch.id as "channelId", ch.tenant_id as "tenantId", ch.organization_id as "organizationId",
           ch.provider_key as "providerKey", ch.connection_id as "connectionId",
           ch.external_identifier as "externalIdentifier", ch.account_identifier as "accountIdentifier",
           coalesce(ch.portfolio_identifier, ch.account_identifier, ch.connection_id::text) as portfolio
    from queued q
    cross join lateral (select ${clock.sql()} as at) t
    join cc_communication_channels ch on ch.id = q.channel_id
    cross join lateral (
      select p.rank from ${RANKS}
      cross join lateral (
        select 1 from cc_external_messages m
        where m.channel_id = q.channel_id and m.status = 'queued' and m.priority = p.rank
          and m.next_attempt_at <= t.at and (m.claimed_until is null or m.claimed_until <= t.at)
        order by m.next_attempt_at limit 1) due
      order by p.rank limit 1) urgent
    order by urgent.rank, random()`.execute(db)
  return rows
}
