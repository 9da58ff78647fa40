import type { EntityManager } from '@mikro-orm/postgresql'
import { entryHash } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/ledger/entry'
import { readEntries } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/ledger/read-entries'
import {
  type NewConsent,
  type RecordedConsent,
  recordConsents,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/ledger/record-consents'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import type { Host } from '@open-mercato/core/host/host'
import { emptyTables } from './emptyTables.ts'
import { receive } from './inbox.ts'
import { byPhone, HUB, peopleOf, T } from './people.ts'
import type { Shop } from './shop.ts'

export type Ledger = Awaited<ReturnType<typeof ledgerOf>>

export type Said = Partial<NewConsent> & Pick<NewConsent, 'identityId' | 'sourceKey'>

/** Acme's ledger of consent, as the parts of the hub write it. */
export async function ledgerOf(shop: Shop) {
  const [scope] = await shop.sql<{ tenantId: string; organizationId: string }>(
    `select tenant_id as "tenantId", id as "organizationId" from organizations where slug = 'acme'`,
  )
  return {
    scope: scope!,
    /** In a transaction of its own. What is left out: an opt-in for marketing at a checkout. */
    record: (said: Said[], host: Host = shop.host): Promise<RecordedConsent[]> => {
      const { em, encryption } = partsOf(host)
      return em
        .fork()
        .transactional((tx) => recordConsents(dbOf(tx), encryption, scope!, said.map(whole), new Date()))
    },
    /** The identity that somebody has, by what it is: `phone` or `user_id`. */
    async identityOf(contactId: string, kind: 'phone' | 'user_id'): Promise<string> {
      const [row] = await shop.sql<{ id: string }>(
        'select id from cc_contact_identities where contact_id = ? and kind = ?',
        [contactId, kind],
      )
      return row!.id
    },
    /** Whoever can write to the database can work out the hash of what they have written. */
    async forgeHash(seq: number): Promise<void> {
      const { em } = partsOf(shop.host)
      for await (const page of readEntries(dbOf(em.fork()), scope!)) {
        const { entry } = page.find((one) => one.entry.seq === seq)!
        await shop.sql('update cc_consent_events set hash = ? where seq = ?', [entryHash(entry), seq])
      }
    },
    /** How everybody stands to marketing, by contact. */
    async standings(): Promise<Record<string, string>> {
      const rows = await shop.sql<{ contactId: string; state: string }>(
        `select contact_id as "contactId", state from cc_consents where purpose = 'marketing'`,
      )
      return Object.fromEntries(rows.map(({ contactId, state }) => [contactId, state]))
    },
  }
}

export const JANS_PHONE = '48600000170'
const TABLES = ['cc_consent_events', 'cc_consent_words', 'cc_consent_heads', 'cc_consents']

/** Ten entries about Jan, one a minute. */
export async function janInLedger(shop: Shop) {
  const ledger = await ledgerOf(shop)
  await receive(shop, byPhone('m1', JANS_PHONE, T, 'Jan'))
  const contactId: string = (await peopleOf(shop).only()).contact.id
  const identityId = await ledger.identityOf(contactId, 'phone')
  await ledger.record(
    Array.from({ length: 10 }, (_, nth) => ({
      ...{ identityId, sourceKey: `order:${nth}` },
      occurredAt: new Date((T + nth * 60) * 1000),
      words: { text: `Yes, number ${nth}.`, evidence: { reference: `order ${nth}` } },
    })),
  )
  for (const table of TABLES) await shop.sql(`create table kept_${table} as table ${table}`)
  return {
    ...{ ledger, contactId, identityId },
    /** Whatever was done to the ledger since was not done. */
    async restore(): Promise<void> {
      await emptyTables(shop, ...TABLES)
      for (const table of TABLES) await shop.sql(`insert into ${table} table kept_${table}`)
    },
    verify: async () => (await shop.acme.admin('get', `${HUB}/consents/verify`).expect(200)).body,
  }
}

function partsOf(host: Host) {
  const container = host.createContainer()
  return {
    em: container.resolve<EntityManager>('em'),
    encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
  }
}

function whole(said: Said): NewConsent {
  return {
    purpose: 'marketing',
    kind: 'opted_in',
    source: 'checkout',
    channelType: 'whatsapp',
    occurredAt: new Date('2026-05-03T10:00:00.000Z'),
    confirmedAt: null,
    expiresAt: null,
    actorUserId: null,
    language: 'en',
    textVersion: 'v1',
    words: { text: 'Yes, send me news.', evidence: { reference: 'order 1001' } },
    ...said,
  }
}
