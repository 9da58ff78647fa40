import { type Db, databaseNow, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { recordEvents } from '../../events/record-events.ts'
import type { Scope } from '../../scope.ts'
import type { ConsentPurpose } from '../consent.ts'
import { eventsAbout } from '../whose.ts'
import { sealOfErasure } from './seals.ts'
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
  const eventIds = await holdWords(db, { tenantId, organizationId }, contactId)
  if (eventIds.length === 0) return 0
  const erasedAt = (await databaseNow(db)).toISOString()
  const erasure = { erasedAt, erasedBy: userId, eraseReason: String(sealed.reason) }
  const seals = eventIds.map((eventId) => sealOfErasure(tenantId, { eventId, ...erasure }))
  await sql`
    update cc_consent_words w
    set salt = null, words = null, erased_at = ${erasedAt}, erased_by = ${userId},
        erase_reason = ${erasure.eraseReason}, erase_seal = s.seal
    from unnest(${eventIds}::uuid[], ${seals}::text[]) as s (event_id, seal)
    where w.event_id = s.event_id and w.tenant_id = ${tenantId}`.execute(db)
  await tellScreens(db, { tenantId, organizationId }, contactId)
  return eventIds.length
}

/** Of which entries there is something to erase; nobody else erases it meanwhile. */
async function holdWords(db: Db, { tenantId, organizationId }: Scope, contactId: string): Promise<string[]> {
  const { rows } = await sql<{ eventId: string }>`
    select w.event_id as "eventId"
    from cc_consent_words w join ${eventsAbout([contactId])} e on e.id = w.event_id
    where w.tenant_id = ${tenantId} and w.organization_id = ${organizationId} and w.erased_at is null
    order by w.event_id for update of w`.execute(db)
  return rows.map(({ eventId }) => eventId)
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
