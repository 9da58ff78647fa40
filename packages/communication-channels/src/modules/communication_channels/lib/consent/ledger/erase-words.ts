import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { recordEvents } from '../../events/record-events.ts'
import type { Scope } from '../../scope.ts'
import type { ConsentPurpose } from '../consent.ts'
import { eventsAbout } from '../whose.ts'
import { CONSENT_ENTITY } from './words.ts'

/**
 * Erases what a contact was shown and wrote, and the evidence with it. That they agreed or did not, and when, stays: it is
 * the business's proof that it may write to them, or may not. Within a transaction.
 *
 * @returns of how many entries
 */
export async function eraseConsentWords(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId, userId }: Scope & { userId: string | null },
  { contactId, reason }: { contactId: string; reason: string },
): Promise<number> {
  const sealed = await encryption.encryptEntityPayload(CONSENT_ENTITY, { reason }, tenantId, organizationId)
  const { rows } = await sql`
    update cc_consent_words w
    set salt = null, words = null, erased_at = now(), erased_by = ${userId}, erase_reason = ${sealed.reason}
    from ${eventsAbout([contactId])} e
    where w.event_id = e.id and w.tenant_id = ${tenantId} and w.organization_id = ${organizationId}
      and w.erased_at is null
    returning w.event_id`.execute(db)
  if (rows.length > 0) await tellScreens(db, { tenantId, organizationId }, contactId)
  return rows.length
}

async function tellScreens(db: Db, scope: Scope, contactId: string): Promise<void> {
  const { rows } = await sql<{ purpose: ConsentPurpose; state: string }>`
    select purpose, state from cc_consents where contact_id = ${contactId}`.execute(db)
  await recordEvents(
    db,
    rows.map((consent) => ({
      ...scope,
      event: 'communication_channels.consent.changed',
      payload: { contactId, ...consent },
    })),
  )
}
