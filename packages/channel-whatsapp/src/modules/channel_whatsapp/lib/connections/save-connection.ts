import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { dbOf, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import {
  ChannelError,
  notFound,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { isUniqueViolation } from '@open-mercato/shared/lib/crud/errors'
import type { WhatsAppCredentials } from '../credentials.ts'
import { INTEGRATION_ID } from '../provider.ts'
import type { ProviderContext } from '../provider-context.ts'
import { forgetTemplates } from '../templates/store/forget-templates.ts'
import { connectionDirectory } from './connection-directory.ts'
import { type ConnectionRow, selectConnections } from './connection-statements.ts'
import { lockConnection } from './lock-connection.ts'
import { accountConnected } from './marketplace-form.ts'
import { type CredentialsService, readCredentials } from './read-credentials.ts'
import { refreshConnection, writeStatus } from './refresh-connection.ts'

/**
 * The marketplace form holds the credentials of one connection, the default one. Called when they were saved
 * there: makes that connection or brings it up to date, and asks Graph.
 */
export async function saveDefaultConnection(ctx: ProviderContext): Promise<void> {
  const credentials = await readCredentials(ctx.resolve, INTEGRATION_ID, ctx.scope)
  const known = (await selectConnections(ctx.db, ctx.scope)).find((row) => row.isDefault)
  // Nothing gets through with credentials that cannot be read, so a connection that stood does not look connected.
  if (!credentials) return known && refreshConnection(ctx, known)
  try {
    const id = known
      ? await updateRow(ctx, known, known.name, credentials)
      : await insertRow(
          ctx,
          { name: 'WhatsApp', isDefault: true, credentialsId: INTEGRATION_ID },
          credentials,
        )
    await refresh(ctx, id)
  } catch (error) {
    // They are saved by now, so all that is left is to say that they belong to another connection.
    if (!known || !(error instanceof ChannelError)) throw error
    await writeStatus(ctx, known.id, 'error', error.message)
  }
}

/** A further connection. Its credentials are a row of their own beside the marketplace's. */
export async function addConnection(
  ctx: ProviderContext,
  name: string,
  credentials: WhatsAppCredentials,
): Promise<string> {
  const credentialsId = `${INTEGRATION_ID}.${randomUUIDv7()}`
  const id = await insertRow(ctx, { name, isDefault: false, credentialsId }, credentials)
  await ctx
    .resolve<CredentialsService>('integrationCredentialsService')
    .save(credentialsId, credentials, ctx.scope)
  await refresh(ctx, id)
  return id
}

/** Secrets that are left out stay as they are. */
export async function changeConnection(
  ctx: ProviderContext,
  id: string,
  change: { name?: string } & Partial<WhatsAppCredentials>,
): Promise<void> {
  const row = await requireConnection(ctx, id)
  const { name = row.name, ...fields } = change
  const known = await readCredentials(ctx.resolve, row.credentialsId, ctx.scope)
  const credentials = { ...known, ...fields } as WhatsAppCredentials
  await updateRow(ctx, row, name, credentials)
  await ctx
    .resolve<CredentialsService>('integrationCredentialsService')
    .save(row.credentialsId, credentials, ctx.scope)
  await refresh(ctx, id)
}

export async function requireConnection(ctx: ProviderContext, id: string): Promise<ConnectionRow> {
  const [row] = await selectConnections(ctx.db, ctx.scope, id)
  if (!row) throw notFound('connection')
  return row
}

async function refresh(ctx: ProviderContext, id: string): Promise<void> {
  await refreshConnection(ctx, await requireConnection(ctx, id))
}

async function insertRow(
  ctx: ProviderContext,
  row: { name: string; isDefault: boolean; credentialsId: string },
  credentials: WhatsAppCredentials,
): Promise<string> {
  const id = randomUUIDv7()
  const key = randomBytes(24).toString('base64url')
  await onceAnAccount(
    sql`
      insert into wa_connections (id, tenant_id, organization_id, key, name, is_default, credentials_id,
                                  business_account_id, phone_number_id, app_id)
      values (${id}, ${ctx.scope.tenantId}, ${ctx.scope.organizationId}, ${key}, ${row.name}, ${row.isDefault},
              ${row.credentialsId}, ${credentials.businessAccountId}, ${credentials.phoneNumberId},
              ${credentials.appId})`.execute(ctx.db),
  )
  return id
}

async function updateRow(
  ctx: ProviderContext,
  row: ConnectionRow,
  name: string,
  credentials: WhatsAppCredentials,
): Promise<string> {
  const { businessAccountId, phoneNumberId, appId } = credentials
  const updated = ctx.em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    await lockConnection(db, ctx.scope, row.id)
    const [before] = await selectConnections(db, ctx.scope, row.id)
    const isSameAccount = before?.businessAccountId === businessAccountId
    await sql`
      update wa_connections
      set name = ${name}, business_account_id = ${businessAccountId}, phone_number_id = ${phoneNumberId},
          app_id = ${appId}, updated_at = ${ctx.now},
          templates_synced_at = case when ${isSameAccount}::boolean then templates_synced_at end
      where id = ${row.id} and tenant_id = ${ctx.scope.tenantId}
        and organization_id = ${ctx.scope.organizationId}`.execute(db)
    if (!isSameAccount) await forgetTemplates(db, ctx.scope, row.id)
  })
  await onceAnAccount(updated)
  ;(await connectionDirectory(ctx.em)).forget()
  return row.id
}

async function onceAnAccount(statement: Promise<unknown>): Promise<void> {
  try {
    await statement
  } catch (error) {
    if (!isUniqueViolation(error, 'wa_connections_account')) throw error
    throw accountConnected()
  }
}
