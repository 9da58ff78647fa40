import { type Db, sql } from '../../db.ts'
import { putsQuestion } from './question.ts'

/**
 * Whether a contact was asked to confirm that they agreed to marketing, and can still answer. Not where the question never
 * reached the provider.
 */
export async function hasOpenQuestion(
  db: Db,
  { contactId, channelType }: { contactId: string; channelType: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select 1
    from cc_consents c
    join cc_external_conversations v on v.contact_id = c.contact_id
    join cc_external_messages first on first.conversation_id = v.id and ${putsQuestion(sql.ref('c.asked_at'))}
    join cc_external_messages m on m.id = first.id or m.resend_of = first.id
    where c.contact_id = ${contactId} and c.channel_type = ${channelType} and c.purpose = 'marketing'
      and c.ask_expires_at > ${now} and m.status not in ('failed', 'cancelled')
    limit 1`.execute(db)
  return rows.length > 0
}
