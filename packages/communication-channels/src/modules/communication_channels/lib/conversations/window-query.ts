import { listChannelAdapters } from '../adapter-registry-singleton.ts'
import { sql } from '../db.ts'

/** What the rules of a conversation's provider and its messages say about its windows; a part of `ConversationRow`. */
export interface WindowRow {
  openedById: string | null
  openedByType: string | null
  openedAt: string | null
  freeEntryOfferedUntil: string | null
  freeEntryExpiresAt: string | null
}

/** Columns of `windowJoins`. */
export const windowColumns = sql`
  opener.id as "openedById", opener.content_type as "openedByType", opener.at as "openedAt",
  entry.offered_until as "freeEntryOfferedUntil", entry.expires_at as "freeEntryExpiresAt"`

/**
 * `rule` knows the lengths of the provider's windows, null where it has no such rule; `opener` is the message that holds
 * the window open, or the one that it is shown on; `entry` is what remains to be gained by an answer, and what answers
 * have gained. All of it follows from the messages as they are, so it goes with them when threads are merged or split.
 * For a query with the conversation as `c` and its channel as `ch`.
 */
export function windowJoins() {
  return sql`
    left join ${ruleTable()} on rule.provider_key = ch.provider_key
    left join lateral (
      select coalesce(shown.id, o.id) as id, o.content_type, c.conversation_window_expires_at - rule.length as at
      from cc_external_messages o
      left join cc_external_messages shown
        on shown.channel_id = o.channel_id and shown.external_message_id = o.target_external_id
        and shown.conversation_id = o.conversation_id
      where o.conversation_id = c.id and o.window_until = c.conversation_window_expires_at
        -- Nobody acts after they are heard, so it is found with the first rows of the thread's index.
        and o.sent_at >= c.conversation_window_expires_at - rule.length
      order by o.sent_at, o.external_message_id limit 1) opener on true
    left join lateral (
      select max(r.free_entry_offered_until) filter (where answer.at is null) as offered_until,
             max(answer.at) + rule.free_entry_length as expires_at
      from cc_external_messages r
      left join lateral ${firstAnswer} on true
      where r.conversation_id = c.id and r.free_entry_offered_until is not null) entry on true`
}

/** Of a process: whose adapters are registered once, before it is asked anything. */
function ruleTable() {
  const rules = listChannelAdapters().map(({ providerKey, rules }) => ({ providerKey, ...rules }))
  const seconds = (ms: number | undefined) => (ms === undefined ? null : ms / 1000)
  return sql`(
    select provider_key, make_interval(secs => length) as length, make_interval(secs => reply_within) as reply_within,
           make_interval(secs => free_entry_length) as free_entry_length
    from unnest(
      ${rules.map(({ providerKey }) => providerKey)}::text[],
      ${rules.map(({ windowMs }) => seconds(windowMs))}::float8[],
      ${rules.map(({ freeEntry }) => seconds(freeEntry?.replyWithinMs))}::float8[],
      ${rules.map(({ freeEntry }) => seconds(freeEntry?.lengthMs))}::float8[])
      as v (provider_key, length, reply_within, free_entry_length)) rule`
}

/** By the provider's clock, where it has said; what left is told in whole seconds, and so is ours until then. */
const leftAt = sql`coalesce(
  (select min(e.occurred_at) from cc_message_status_events e
   where e.channel_id = o.channel_id and e.external_message_id = o.external_message_id and e.status <> 'failed'),
  (select date_trunc('second', min(a.started_at)) from cc_send_attempts a
   where a.message_id = o.id and a.outcome = 'sent'),
  o.sent_at)`

/**
 * When the business first answered a message `r` from an advertisement, as long as that counts. A reaction is no answer, and
 * nothing is known of what is written beside us: it costs nothing anyway. What was queued longer before than the offer lasts
 * answers something else.
 */
const firstAnswer = sql`(
  select min(left_at) as at
  from (
    select ${leftAt} as left_at from cc_external_messages o
    where o.conversation_id = r.conversation_id and o.direction = 'outbound' and o.origin = 'api'
      and o.target_external_id is null and o.status in ('sent', 'delivered', 'read', 'played')
      and o.sent_at < r.free_entry_offered_until
      and o.sent_at >= r.free_entry_offered_until - 2 * rule.reply_within) gone
  where left_at >= r.free_entry_offered_until - rule.reply_within and left_at < r.free_entry_offered_until) answer`
