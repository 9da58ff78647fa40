import { defineEntity, p } from '@mikro-orm/core'

const scoped = { id: p.uuid().primary(), tenantId: p.uuid(), organizationId: p.uuid() }

/** On for every query; its arguments come from `scopedEm`, and without them a query throws. */
const filters = {
  scope: {
    name: 'scope',
    cond: (args: { tenantId: string; organizationId: string }) => ({
      tenantId: args.tenantId,
      organizationId: args.organizationId,
    }),
    default: true,
  },
}

/** A Meta app and one WhatsApp Business Account. Its secrets are an encrypted row of the host's credentials. */
const WhatsAppConnectionSchema = defineEntity({
  name: 'WhatsAppConnection',
  tableName: 'wa_connections',
  filters,
  properties: {
    ...scoped,
    /** Names the connection in its webhook URL. Unguessable, but no secret. */
    key: p.text(),
    name: p.text(),
    isDefault: p.boolean(),
    /** The id of the credentials row at the host's integrations module. */
    credentialsId: p.text(),
    businessAccountId: p.text(),
    phoneNumberId: p.text(),
    appId: p.text().nullable(),
    status: p.text().$type<'connected' | 'error' | 'requires_reauth'>(),
    lastError: p.text().nullable(),
    templatesSyncedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
  },
})
export class WhatsAppConnection extends WhatsAppConnectionSchema.class {}
WhatsAppConnectionSchema.setClass(WhatsAppConnection)

/** What Meta reported about an account, its numbers or its templates. */
const AccountEventSchema = defineEntity({
  name: 'AccountEvent',
  tableName: 'wa_account_events',
  filters,
  properties: {
    ...scoped,
    connectionId: p.uuid(),
    channelId: p.uuid().nullable(),
    /** The webhook's field. */
    field: p.text(),
    kind: p.text(),
    severity: p.text().$type<'info' | 'warning' | 'problem'>(),
    subject: p.text().nullable(),
    occurredAt: p.datetime(),
    receivedAt: p.datetime(),
    /** The same for the same fact. */
    eventKey: p.text(),
    /** JSON, encrypted (`encryption.ts`). */
    detail: p.text(),
  },
})
export class AccountEvent extends AccountEventSchema.class {}
AccountEventSchema.setClass(AccountEvent)
