import type { EntityManager } from '@mikro-orm/postgresql'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { createLogger } from '@open-mercato/shared/lib/logger'
import {
  getIntegration,
  type IntegrationDefinition,
  type IntegrationScope,
} from '@open-mercato/shared/modules/integrations/types'
import { emitIntegrationsEvent } from '../events.ts'
import { hasCredentials } from './configured.ts'
import type { CredentialsService } from './credentials-service.ts'
import { DeadlineError, withinDeadline } from './deadline.ts'
import type { IntegrationLogService } from './log-service.ts'
import type { IntegrationStateService } from './state-service.ts'

export type IntegrationHealthDisplayStatus = 'healthy' | 'degraded' | 'unhealthy' | 'unconfigured'

export type HealthCheckRunResult = {
  status: IntegrationHealthDisplayStatus
  message?: string
  details?: Record<string, unknown>
  /** Null when nothing was asked. */
  latencyMs: number | null
  /** ISO. */
  checkedAt: string
}

/** What stands behind the DI name in an integration's `healthCheck.service`. */
type HealthCheck = {
  check(
    credentials: Record<string, unknown> | null,
    scope: IntegrationScope,
  ): Promise<Pick<HealthCheckRunResult, 'status' | 'message' | 'details'>>
}

export const HEALTH_CHECK_LIMIT_MS = 10_000

export type IntegrationHealthService = ReturnType<typeof createIntegrationHealthService>

type Dependencies = {
  em: EntityManager
  container: AppContainer
  credentials: CredentialsService
  state: IntegrationStateService
  log: IntegrationLogService
}

export function createIntegrationHealthService(deps: Dependencies) {
  /** Asks the integration how it is, for ten seconds at most, and keeps the answer in its state. Never throws for it. */
  async function runHealthCheck(id: string, scope: IntegrationScope): Promise<HealthCheckRunResult> {
    const integration = getIntegration(id)
    const startedAt = Date.now()
    const answer = await ask(deps, integration, scope)
    const checkedAt = new Date()
    const latencyMs = answer.status === 'unconfigured' ? null : Date.now() - startedAt

    const before = await deps.state.resolveState(id, scope)
    await deps.state.upsert(
      id,
      { lastHealthStatus: answer.status, lastHealthCheckedAt: checkedAt, lastHealthLatencyMs: latencyMs },
      scope,
    )
    if (before.lastHealthStatus !== answer.status) await report(deps, id, answer, scope)
    return { ...answer, latencyMs, checkedAt: checkedAt.toISOString() }
  }

  return { runHealthCheck }
}

type Answer = Pick<HealthCheckRunResult, 'status' | 'message' | 'details'>

async function ask(
  deps: Dependencies,
  integration: IntegrationDefinition | undefined,
  scope: IntegrationScope,
): Promise<Answer> {
  const service = integration?.healthCheck?.service
  if (!integration || !service) {
    return { status: 'unconfigured', message: 'This integration has no health check.' }
  }
  if (!(await hasCredentials(deps.em, integration, scope))) {
    return { status: 'unconfigured', message: 'No credentials are saved yet.' }
  }
  try {
    const credentials = await deps.credentials.resolve(integration.id, scope)
    const check = deps.container.resolve<HealthCheck>(service).check(credentials, scope)
    const { status, message, details } = await withinDeadline(check, HEALTH_CHECK_LIMIT_MS)
    return { status, message, details }
  } catch (err) {
    createLogger('integrations').warn('A health check failed.', { integrationId: integration.id, err })
    const message = err instanceof DeadlineError ? err.message : 'The check could not be completed.'
    return { status: 'unhealthy', message }
  }
}

async function report(
  deps: Dependencies,
  integrationId: string,
  answer: Answer,
  scope: IntegrationScope,
): Promise<void> {
  const level = { healthy: 'info', degraded: 'warn', unhealthy: 'error', unconfigured: 'warn' } as const
  const message = answer.message ? `Health: ${answer.status}. ${answer.message}` : `Health: ${answer.status}.`
  await deps.log.write({ integrationId, level: level[answer.status], message, code: 'health' }, scope)
  const { tenantId, organizationId } = scope
  await emitIntegrationsEvent('integrations.state.updated', {
    tenantId,
    organizationId,
    integrationId,
    healthStatus: answer.status,
  })
}
