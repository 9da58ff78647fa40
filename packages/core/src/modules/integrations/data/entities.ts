import { randomUUIDv7 } from 'node:crypto'
import { defineEntity, p } from '@mikro-orm/core'

const id = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => randomUUIDv7())
const createdAt = () => p.datetime(3).onCreate(() => new Date())
const updatedAt = () => createdAt().onUpdate(() => new Date())

/** `credentials` is ciphertext: the whole set of values as one JSON text under the tenant's key. */
const IntegrationCredentialsSchema = defineEntity({
  name: 'IntegrationCredentials',
  tableName: 'integration_credentials',
  properties: {
    id: id(),
    tenantId: p.uuid(),
    organizationId: p.uuid(),
    integrationId: p.text(),
    credentials: p.text().hidden(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
})

export class IntegrationCredentials extends IntegrationCredentialsSchema.class {}
IntegrationCredentialsSchema.setClass(IntegrationCredentials)

/** What differs from the definition's defaults; an integration nobody touched has no row. */
const IntegrationStateSchema = defineEntity({
  name: 'IntegrationState',
  tableName: 'integration_states',
  properties: {
    id: id(),
    tenantId: p.uuid(),
    organizationId: p.uuid(),
    integrationId: p.text(),
    isEnabled: p.boolean(),
    apiVersion: p.text().nullable(),
    reauthRequired: p.boolean().default(false),
    lastHealthStatus: p.text().nullable(),
    lastHealthCheckedAt: p.datetime(3).nullable(),
    lastHealthLatencyMs: p.integer().nullable(),
    enabledAt: p.datetime(3).nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
})

export class IntegrationState extends IntegrationStateSchema.class {}
IntegrationStateSchema.setClass(IntegrationState)

const IntegrationLogSchema = defineEntity({
  name: 'IntegrationLog',
  tableName: 'integration_logs',
  properties: {
    id: id(),
    tenantId: p.uuid(),
    organizationId: p.uuid(),
    integrationId: p.text(),
    runId: p.uuid().nullable(),
    scopeEntityType: p.text().nullable(),
    scopeEntityId: p.text().nullable(),
    level: p.text().$type<'info' | 'warn' | 'error'>(),
    message: p.text(),
    code: p.text().nullable(),
    payload: p.json<Record<string, unknown>>().nullable(),
    createdAt: createdAt(),
  },
})

export class IntegrationLog extends IntegrationLogSchema.class {}
IntegrationLogSchema.setClass(IntegrationLog)
