import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql'
import type { IntegrationScope } from '@open-mercato/shared/modules/integrations/types'
import { IntegrationLog } from '../data/entities.ts'
import { emitIntegrationsEvent } from '../events.ts'

export type IntegrationLogLevel = 'info' | 'warn' | 'error'

/** `message` and `payload` are shown to people: never put secrets or message text there. */
export type IntegrationLogEntry = {
  integrationId: string
  runId?: string | null
  scopeEntityType?: string | null
  scopeEntityId?: string | null
  level: IntegrationLogLevel
  message: string
  code?: string | null
  payload?: Record<string, unknown> | null
}

export type IntegrationLogQuery = {
  integrationId?: string
  level?: IntegrationLogLevel
  runId?: string
  entityType?: string
  entityId?: string
  page: number
  pageSize: number
}

const DAY_MS = 24 * 60 * 60 * 1000

export type IntegrationLogService = ReturnType<typeof createIntegrationLogService>

export function createIntegrationLogService(em: EntityManager) {
  async function write(entry: IntegrationLogEntry, scope: IntegrationScope): Promise<void> {
    const id = randomUUIDv7()
    const { tenantId, organizationId } = scope
    await em.insert(IntegrationLog, { id, tenantId, organizationId, createdAt: new Date(), ...entry })
    const { integrationId, level } = entry
    await emitIntegrationsEvent('integrations.log.created', {
      id,
      tenantId,
      organizationId,
      integrationId,
      level,
    })
  }

  /** A log of one integration: `scoped(id, scope).warn('The token expires soon.')`. */
  function scoped(integrationId: string, scope: IntegrationScope) {
    const at = (level: IntegrationLogLevel) => (message: string, payload?: Record<string, unknown>) =>
      write({ integrationId, level, message, payload }, scope)
    return { info: at('info'), warn: at('warn'), error: at('error') }
  }

  /** Newest first; pages count from 1. */
  async function query(
    input: IntegrationLogQuery,
    scope: IntegrationScope,
  ): Promise<{ items: IntegrationLog[]; total: number }> {
    const { integrationId, level, runId, entityType, entityId, page, pageSize } = input
    const where: FilterQuery<IntegrationLog> = {
      tenantId: scope.tenantId,
      organizationId: scope.organizationId,
      ...(integrationId && { integrationId }),
      ...(level && { level }),
      ...(runId && { runId }),
      ...(entityType && { scopeEntityType: entityType }),
      ...(entityId && { scopeEntityId: entityId }),
    }
    const [items, total] = await em.findAndCount(IntegrationLog, where, {
      orderBy: { id: 'desc' },
      limit: pageSize,
      offset: (page - 1) * pageSize,
      disableIdentityMap: true,
    })
    return { items, total }
  }

  /** Returns how many entries were dropped. */
  async function pruneOlderThan(days: number, scope: IntegrationScope): Promise<number> {
    return em.nativeDelete(IntegrationLog, {
      tenantId: scope.tenantId,
      organizationId: scope.organizationId,
      createdAt: { $lt: new Date(Date.now() - days * DAY_MS) },
    })
  }

  return { write, scoped, query, pruneOlderThan }
}
