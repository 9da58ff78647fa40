import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { exactHash } from '@open-mercato/communication-channels/modules/communication_channels/lib/exact-hash'
import { nextId } from '@open-mercato/communication-channels/modules/communication_channels/lib/ordered-id'
import { rankOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/status'
import { migrate } from '@open-mercato/core/host/database/migrate'
import { hashForLookup } from '@open-mercato/shared/lib/encryption/aes'
import { migrationOrder } from '../../../../migrations/order.ts'
import { openShop, type Shop } from './shop.ts'

/** The last migration of each module that the version before files and people had; null for a module it did not have. */
const OLDER: Record<string, string | null> = {
  attachments: null,
  channel_whatsapp: 'Migration20261121030000',
  communication_channels: 'Migration20261121040000',
}
const HUB = 'communication_channels'
const DAY_MS = 24 * 60 * 60 * 1000

/** A person as that version kept them; `phone` is what was shown, `phones` all that they were found by. */
export interface OlderPerson {
  name: string | null
  username?: string
  phone?: string
  phones?: [phone: string, at: Date][]
  userId?: string
}

export interface OlderMessage {
  id: string
  at: Date
  text: string
  isSeen?: boolean
  isOurs?: boolean
  /** Nobody's word: something about the person that the provider told. */
  isNotice?: boolean
}

export interface OlderShop {
  shop: Shop
  /** Acme's channels, in the order of the account's numbers. */
  channelIds: string[]
  /** Returns the contact's id. */
  keep(person: OlderPerson, at: Date): Promise<string>
  /** A thread that is kept with its messages; the window and the unread count follow from them. Returns its id. */
  keepThread(contactId: string, channelId: string, messages: OlderMessage[]): Promise<string>
  upgrade(): Promise<void>
}

/** A shop that is connected, on the tables of the version before, in which nobody has written yet. */
export async function openOlderShop(): Promise<OlderShop> {
  const shop = await openShop()
  await goBack(shop)
  const scope = await scopeOf(shop)
  const channels = await shop.sql<{ id: string; external: string }>(
    'select id, external_identifier as external from cc_communication_channels',
  )
  const encryption = shop.host.createContainer().resolve<TenantEncryptionService>('tenantEncryptionService')
  const seal = async (entity: string, payload: Record<string, string | null>) =>
    (await encryption.encryptEntityPayload(
      `${HUB}:${entity}`,
      payload,
      scope.tenant_id,
      scope.organization_id,
    )) as Record<string, string | null>

  const insert = (table: string, row: Record<string, unknown>) => {
    const all = { ...row, ...scope }
    const places = Object.keys(all).map(() => '?')
    return shop.sql(`insert into ${table} (${Object.keys(all)}) values (${places})`, Object.values(all))
  }
  const keepIdentity = (kind: string, namespace: string, value_hash: string, contact_id: string, at: Date) =>
    insert('cc_contact_identities', {
      ...{ provider_key: 'whatsapp', kind, namespace, value_hash, contact_id, seen_at: at },
    })

  return {
    shop,
    channelIds: shop.acme.account.numbers.map(
      (number) => channels.find(({ external }) => external === number.id)!.id,
    ),
    async keep({ name, username, phone, phones, userId }, at) {
      const id = nextId()
      const values = { display_name: name, phone, user_id: userId, username }
      const known = Object.entries(values).filter(([, value]) => value) as [string, string][]
      const sealed = await seal('external_contact', Object.fromEntries(known))
      const times = Object.fromEntries(known.map(([column]) => [`${column}_at`, at]))
      await insert('cc_external_contacts', { id, provider_key: 'whatsapp', ...sealed, ...times })
      for (const [one, seenAt] of phones ?? (phone ? [[phone, at] as const] : []))
        await keepIdentity('phone', '', hashForLookup(one, `${scope.tenant_id}:phone`), id, seenAt)
      const { wabaId } = shop.acme.account
      if (userId)
        await keepIdentity('user_id', wabaId, exactHash(userId, `${scope.tenant_id}:user_id`), id, at)
      return id
    },
    async keepThread(contact_id, channel_id, messages) {
      const id = nextId()
      const inbound = messages.filter(({ isOurs }) => !isOurs)
      const rows = messages.map((message) => ({ ...message, rowId: nextId() }))
      const last_inbound_at = inbound.at(-1)!.at
      await insert('cc_external_conversations', {
        ...{ id, contact_id, channel_id, last_inbound_at },
        conversation_window_expires_at: new Date(last_inbound_at.getTime() + DAY_MS),
        unread_count: inbound.filter(({ isSeen }) => !isSeen).length,
        ...{ last_message_at: rows.at(-1)!.at, last_message_id: rows.at(-1)!.rowId },
      })
      for (const { rowId, id: external_message_id, at, text, isSeen, isOurs, isNotice } of rows) {
        const content_type = isNotice ? 'system' : 'text'
        const said = isNotice ? { kind: text } : { text }
        const content = JSON.stringify({ type: content_type, ...said })
        await insert('cc_external_messages', {
          ...{ id: rowId, channel_id, conversation_id: id, external_message_id, content_type },
          ...(await seal('external_message', { content })),
          direction: isOurs ? 'outbound' : 'inbound',
          origin: isOurs ? 'api' : 'live',
          ...(isOurs ? { status: 'delivered', status_rank: rankOf('delivered') } : {}),
          ...{ seen_at: isSeen ? at : null, sent_at: at },
        })
      }
      return id
    },
    upgrade: () => migrate(shop.host.orm, shop.host.modules, migrationOrder),
  }
}

async function scopeOf(shop: Shop) {
  const [scope] = await shop.sql<{ tenant_id: string; organization_id: string }>(
    'select tenant_id, organization_id from wa_connections where tenant_id = ?',
    [shop.acme.tenantId],
  )
  return scope!
}

/** As the version before would have left it: its tables, and in them what it knew of connections and channels. */
async function goBack(shop: Shop): Promise<void> {
  const kept = new Map<string, unknown[]>()
  for (const table of ['cc_communication_channels', 'wa_connections', 'wa_numbers'])
    kept.set(table, await shop.sql(`select * from ${table}`))
  const tables = await shop.sql<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and not relispartition
       and relname ~ '^(cc_|wa_|attachment|mikro_orm_migrations_(${Object.keys(OLDER).join('|')}))'`,
  )
  await shop.sql(`drop table ${tables.map(({ name }) => name)} cascade`)
  const older = shop.host.modules.map((module) => {
    const last = OLDER[module.id]
    if (last === undefined) return module
    const known = (name: string) => last !== null && name.slice(0, last.length) <= last
    return { ...module, migrations: module.migrations.filter(({ name }) => known(name)) }
  })
  await migrate(shop.host.orm, older, migrationOrder)
  for (const [table, rows] of kept) {
    await shop.sql(`insert into ${table} select * from json_populate_recordset(null::${table}, ?)`, [
      JSON.stringify(rows),
    ])
  }
}
