import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import type { ConsentPurpose } from '../modules/communication_channels/lib/consent/consent.ts'
import { recordConsents } from '../modules/communication_channels/lib/consent/ledger/record-consents.ts'
import { type Db, dbOf, sql } from '../modules/communication_channels/lib/db.ts'
import type { TenantEncryptionService } from '../modules/communication_channels/lib/encryption-service.ts'
import { contactsForPhones } from '../modules/communication_channels/lib/identity/contact-for-phone.ts'
import type { Realm } from '../modules/communication_channels/lib/identity/realm.ts'

/** In international form, or people of whom conversations are known. */
export type WhoAgrees = { phones: string[] } | { conversationIds: string[] }

/** So many in one transaction. */
const AT_ONCE = 500

/** People agree, on a form, to be written to on a channel. For tests and measurements that are about something else. */
export async function agree(
  host: { createContainer(): AppContainer },
  { tenantId, organizationId, providerKey }: Realm,
  who: WhoAgrees,
  purposes: ConsentPurpose[] = ['utility', 'marketing'],
): Promise<void> {
  const realm = { tenantId, organizationId, providerKey }
  const container = host.createContainer()
  const em = container.resolve<EntityManager>('em')
  const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
  const all = 'phones' in who ? who.phones : who.conversationIds
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    await em.fork().transactional(async (tx) => {
      const db = dbOf(tx)
      const now = new Date()
      const contactIds =
        'phones' in who
          ? [...(await contactsForPhones(db, encryption, realm, some, now)).values()]
          : await contactsOf(db, some)
      const entries = (await identitiesOf(db, contactIds)).flatMap(({ identityId, channelType }) =>
        purposes.map((purpose) => ({
          ...{ identityId, channelType, purpose, kind: 'opted_in' as const, source: 'form' as const },
          ...{ occurredAt: now, confirmedAt: now, expiresAt: null, actorUserId: null },
          ...{ language: 'en', textVersion: null, sourceKey: `form:${randomUUID()}` },
          words: { text: 'Yes, write to me.', evidence: { document: 'test' } },
        })),
      )
      await recordConsents(db, encryption, realm, entries, now)
    })
  }
}

async function contactsOf(db: Db, conversationIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct contact_id as id from cc_external_conversations
    where id = any(${conversationIds}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** One of each. */
async function identitiesOf(
  db: Db,
  contactIds: string[],
): Promise<{ identityId: string; channelType: string }[]> {
  const { rows } = await sql<{ identityId: string; channelType: string }>`
    select distinct on (i.contact_id) i.id as "identityId", ch.channel_type as "channelType"
    from cc_contact_identities i
    join cc_communication_channels ch on ch.tenant_id = i.tenant_id
      and ch.organization_id = i.organization_id and ch.provider_key = i.provider_key
    where i.contact_id = any(${contactIds}::uuid[]) order by i.contact_id, i.id`.execute(db)
  return rows
}
