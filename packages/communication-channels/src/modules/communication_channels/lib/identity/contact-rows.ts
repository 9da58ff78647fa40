import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { Scope } from '../scope.ts'
import type { OpenValue } from './contact-summaries.ts'
import type { ContactView } from './contact-view.ts'

export async function selectConversations(
  db: Db,
  { tenantId, organizationId }: Scope,
  contactId: string,
): Promise<ContactView['conversations']> {
  const { rows } = await sql<
    Omit<ContactView['conversations'][number], 'lastMessageAt'> & { lastMessageAt: Timestamp | null }
  >`
    select v.id, v.channel_id as "channelId", ch.display_name as "channelName", ch.address as "channelAddress",
           v.last_message_at as "lastMessageAt"
    from cc_external_conversations v join cc_communication_channels ch on ch.id = v.channel_id
    where v.contact_id = ${contactId} and v.tenant_id = ${tenantId} and v.organization_id = ${organizationId}
      and v.merged_into_id is null
    order by v.last_message_at desc nulls last, v.id`.execute(db)
  return rows.map((row) => ({
    ...row,
    lastMessageAt: row.lastMessageAt === null ? null : isoOf(row.lastMessageAt),
  }))
}

/** What stands as decided about them; of a number, about whoever had it then. */
export async function selectDecisions(
  db: Db,
  open: OpenValue,
  { tenantId, organizationId }: Scope,
  contactId: string,
): Promise<ContactView['decisions']> {
  const { rows } = await sql<{
    id: string
    kind: 'together' | 'apart'
    reason: string | null
    at: Timestamp
    actorId: string | null
    actorName: string | null
  }>`
    select d.id, d.kind, d.reason, d.decided_at as at, d.decided_by as "actorId", d.decided_by_name as "actorName"
    from cc_contact_decisions d
    where d.tenant_id = ${tenantId} and d.organization_id = ${organizationId} and d.revoked_at is null
      and exists (
        select 1 from cc_contact_decision_members m
        join cc_contact_identities i on i.id = m.identity_id
        left join cc_phone_tenures t on t.phone_id = i.id and m.at >= t.from_at and m.at < t.until_at
        where m.decision_id = d.id
          and case when t.phone_id is null then i.contact_id else t.contact_id end = ${contactId})
    order by d.decided_at desc, d.id`.execute(db)
  const viewed = rows.map(async ({ actorId, actorName, at, reason, ...decision }) => ({
    ...decision,
    reason: reason && (await open('reason', reason)),
    at: isoOf(at),
    actor: personOf(actorId, actorName),
  }))
  return Promise.all(viewed)
}

export function personOf(id: string | null, name: string | null) {
  return id === null ? null : { id, name }
}

export function isoOf(at: Timestamp): string {
  return toDate(at).toISOString()
}
