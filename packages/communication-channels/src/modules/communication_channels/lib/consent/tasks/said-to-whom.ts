import { type Db, sql } from '../../db.ts'
import type { Scope } from '../../scope.ts'
import type { ConsentPurpose } from '../consent.ts'
import type { ConsentState } from '../consent-state.ts'
import { holdersOf } from '../whose.ts'
import type { ConsentTask } from './task-statements.ts'

/** How the person stands by now to what an event was about. */
interface Standing {
  contactId: string
  state: ConsentState['state']
  isConfirmed: boolean
  /** Which event decided that. */
  eventId: string | null
}

/** Null where nobody is known to have had the identity then. */
export async function standingBy(
  db: Db,
  { event }: ConsentTask,
  purpose: ConsentPurpose,
): Promise<Standing | null> {
  const [contactId] = await holdersOf(db, [event])
  if (!contactId) return null
  const { rows } = await sql<Omit<Standing, 'contactId'>>`
    select state, confirmed_at is not null as "isConfirmed", event_id as "eventId" from cc_consents
    where contact_id = ${contactId} and channel_type = ${event.channelType} and purpose = ${purpose}`.execute(
    db,
  )
  return rows[0] ? { contactId, ...rows[0] } : null
}

/** Of which purposes the same word was, as it stands in the ledger. */
export async function purposesSaid(
  db: Db,
  { tenantId, organizationId, event }: ConsentTask,
): Promise<ConsentPurpose[]> {
  const { rows } = await sql<{ purpose: ConsentPurpose }>`
    select purpose from cc_consent_events
    where tenant_id = ${tenantId} and organization_id = ${organizationId} and source_key = ${event.sourceKey}
      and kind = ${event.kind}`.execute(db)
  return rows.map(({ purpose }) => purpose)
}

/** In whose name a conversation is led, and in which language the business last wrote a template in it. */
export async function voiceOf(
  db: Db,
  { tenantId, organizationId }: Scope,
  conversationId: string,
): Promise<{ business: string; language: string | null }> {
  const { rows } = await sql<{ business: string; language: string | null }>`
    select ch.display_name as business, last.language
    from cc_external_conversations asked
    join cc_external_conversations v on v.id = coalesce(asked.merged_into_id, asked.id)
    join cc_communication_channels ch on ch.id = v.channel_id
    left join lateral (
      select m.decision -> 'template' ->> 'language' as language from cc_external_messages m
      where m.conversation_id = v.id and m.direction = 'outbound' and m.content_type = 'template'
      order by m.sent_at desc, m.id desc limit 1) last on true
    where asked.id = ${conversationId} and asked.tenant_id = ${tenantId}
      and asked.organization_id = ${organizationId}`.execute(db)
  return rows[0] ?? { business: '', language: null }
}
