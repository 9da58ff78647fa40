import type { EntityManager } from '@mikro-orm/postgresql'
import type { Resolve } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/connection-input'
import {
  type Db,
  dbOf,
  sql,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { INTEGRATION_ID } from './provider.ts'

interface Place {
  scope: Scope
  channel: { connectionId: string }
}
type Where = Place & { resolve: Resolve }

interface StateService {
  resolveState(integrationId: string, scope: Scope): Promise<{ reauthRequired: boolean }>
  upsert(integrationId: string, change: { reauthRequired: boolean }, scope: Scope): Promise<unknown>
}

interface EventBus {
  emit(event: string, payload: Record<string, unknown>): Promise<void>
}

const SENTENCE = 'Meta does not accept the access token any more. Enter a new one.'

const logger = createLogger('channel_whatsapp.send')

/**
 * Says on the connection and in the marketplace that somebody has to enter a new access token. What became of the
 * message is known by then and must not be lost to this, so nothing is thrown.
 */
export async function requireReauthorisation({ scope, channel, resolve }: Where): Promise<void> {
  try {
    await sql`
      update wa_connections
      set status = 'requires_reauth', last_error = ${SENTENCE}, updated_at = ${new Date()}
      where id::text = ${channel.connectionId} and tenant_id = ${scope.tenantId}
        and organization_id = ${scope.organizationId} and status <> 'requires_reauth'`.execute(dbFor(resolve))
    await tellMarketplace(resolve, scope)
  } catch (err) {
    logger.error('it could not be written down that a new access token is needed', { err })
  }
}

/** The same where nobody handed over the host's services. */
export async function requireReauthorisationHere(scope: Scope, channel: Place['channel']): Promise<void> {
  const container = await createRequestContainer().catch(() => null)
  if (container) await requireReauthorisation({ scope, channel, resolve: (name) => container.resolve(name) })
}

/** The marketplace has one entry for all connections of an organization: it is well when each of them is. */
export async function tellMarketplace(resolve: Resolve, scope: Scope): Promise<void> {
  const { rows } = await sql<{ isNeeded: boolean }>`
    select exists (
      select from wa_connections
      where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
        and deleted_at is null and status = 'requires_reauth'
    ) as "isNeeded"`.execute(dbFor(resolve))
  const reauthRequired = rows[0]?.isNeeded === true
  const state = resolve<StateService>('integrationStateService')
  const before = await state.resolveState(INTEGRATION_ID, scope)
  if (before.reauthRequired === reauthRequired) return
  await state.upsert(INTEGRATION_ID, { reauthRequired }, scope)
  const { tenantId, organizationId } = scope
  const payload = { tenantId, organizationId, integrationId: INTEGRATION_ID, reauthRequired }
  await resolve<EventBus>('eventBus').emit('integrations.state.updated', payload)
}

function dbFor(resolve: Resolve): Db {
  return dbOf(resolve<EntityManager>('em').fork())
}
