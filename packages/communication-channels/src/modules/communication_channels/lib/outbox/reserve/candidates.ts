import { type Db, sql } from '../../db.ts'
import type { Lane } from '../lane.ts'

/** A message whose turn it would be. */
export interface Candidate {
  id: string
  conversationId: string
  contactId: string
  lane: Lane | null
  priority: number
  isWindowOpen: boolean
  /** Milliseconds; null for somebody who was never written to. */
  paidUntil: number | null
}

/**
 * What is due from a number, in the order in which it may leave. Of a conversation one is under way at a time. An earlier
 * message holds back later ones that are not more urgent, once its own time has come. While it waits for a
 * limit itself, it does not hold back what staff answer; nor anything while the provider keeps its number from sending it,
 * which may be only what begins a conversation.
 */
export async function findCandidates(
  db: Db,
  channelId: string,
  now: Date,
  limit: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select m.id, m.conversation_id as "conversationId", c.contact_id as "contactId", m.lane, m.priority,
           coalesce(c.conversation_window_expires_at > ${now}, false) as "isWindowOpen",
           (extract(epoch from pair.paid_until) * 1000)::float8 as "paidUntil"
    from (values (0), (1), (2)) as p (rank)
    cross join lateral (
      select due.id, due.conversation_id, due.lane, due.priority, due.next_attempt_at
      from cc_external_messages due
      where due.channel_id = ${channelId} and due.status = 'queued' and due.priority = p.rank
        and due.next_attempt_at <= ${now} and (due.claimed_until is null or due.claimed_until <= ${now})
        and not exists (
          select 1 from cc_external_messages other
          where other.conversation_id = due.conversation_id and other.status in ('queued', 'sending')
            and other.id <> due.id
            and (other.status = 'sending' or other.claimed_until > ${now}
              or other.id < due.id and other.priority <= due.priority
                and (other.scheduled_at is null or other.scheduled_at <= ${now})
                and (other.wait_code is distinct from 'sender_health' or other.next_attempt_at <= ${now})
                and not (due.lane is not distinct from 'person' and (
                  other.wait_code is not distinct from 'organization_limit'
                  or other.wait_code is not distinct from 'portfolio_limit' and (
                    select coalesce(open.conversation_window_expires_at > ${now}, false)
                    from cc_external_conversations open where open.id = due.conversation_id)))))
      order by due.next_attempt_at, due.id limit ${limit}) m
    join cc_external_conversations c on c.id = m.conversation_id
    left join cc_pair_paces pair on pair.conversation_id = m.conversation_id
    order by m.priority, m.next_attempt_at, m.id limit ${limit}`.execute(db)
  return rows
}
