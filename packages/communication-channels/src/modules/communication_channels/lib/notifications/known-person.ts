import { eventsAbout } from '../consent/whose.ts'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'

/** With whom a conversation is led, as far as the hub knows. */
export interface KnownPerson {
  contactId: string
  name: string | null
  phone: string | null
}

export async function findPerson(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  conversationId: string,
): Promise<KnownPerson | null> {
  const { rows } = await sql<{ id: string; display_name: string | null; phone: string | null }>`
    select contact.id, contact.display_name, contact.phone from cc_external_conversations asked
    join cc_external_conversations c on c.id = coalesce(asked.merged_into_id, asked.id)
    join cc_external_contacts contact on contact.id = c.contact_id
    where asked.id = ${conversationId} and asked.tenant_id = ${tenantId}
      and asked.organization_id = ${organizationId}`.execute(db)
  if (!rows[0]) return null
  const { id: contactId, ...sealed } = rows[0]
  const entity = 'communication_channels:external_contact'
  const opened = await encryption.decryptEntityPayload(entity, sealed, tenantId, organizationId)
  return { contactId, name: textOf(opened.display_name), phone: textOf(opened.phone) }
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}

/**
 * The last that the ledger has: of a word of theirs, where it belongs to one language alone, or of the text that they agreed
 * to. In which we asked them something says nothing about them.
 */
export async function languageOf(
  db: Db,
  { tenantId, organizationId }: Scope,
  contactId: string,
): Promise<string | null> {
  const { rows } = await sql<{ language: string }>`
    select e.language from ${eventsAbout([contactId])} e
    where e.tenant_id = ${tenantId} and e.organization_id = ${organizationId} and e.language is not null
      and e.kind <> 'asked'
    order by e.occurred_at desc limit 1`.execute(db)
  return rows[0]?.language ?? null
}
