import { type Db, sql } from '../db.ts'
import { recordEvents } from '../events/record-events.ts'
import type { Scope } from '../scope.ts'

/** Whoever looks at somebody's consent reads it again, though how they stand is as before. */
export async function tellScreens(
  db: Db,
  { tenantId, organizationId }: Scope,
  contactId: string,
): Promise<void> {
  const { rows } = await sql<{ purpose: string; state: string }>`
    select purpose, state from cc_consents
    where contact_id = ${contactId} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(
    db,
  )
  await recordEvents(
    db,
    rows.map((consent) => ({
      ...{ tenantId, organizationId },
      event: 'communication_channels.consent.changed',
      payload: { contactId, ...consent },
    })),
  )
}
