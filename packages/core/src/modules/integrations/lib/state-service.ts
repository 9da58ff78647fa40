import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { getIntegration, type IntegrationScope } from '@open-mercato/shared/modules/integrations/types'
import { IntegrationState } from '../data/entities.ts'

export type ResolvedIntegrationState = {
  isEnabled: boolean
  apiVersion: string | null
  reauthRequired: boolean
  lastHealthStatus: string | null
  lastHealthCheckedAt: Date | null
  lastHealthLatencyMs: number | null
  enabledAt: Date | null
  updatedAt: Date | null
}

export type IntegrationStateChange = Partial<Omit<ResolvedIntegrationState, 'updatedAt'>>

/** Whether an integration is on, and how it is. Without a row the definition's defaults hold; it is on by default. */
export type IntegrationStateService = ReturnType<typeof createIntegrationStateService>

export function createIntegrationStateService(em: EntityManager) {
  async function get(id: string, scope: IntegrationScope): Promise<IntegrationState | null> {
    return em.findOne(IntegrationState, { ...owner(scope), integrationId: id }, { disableIdentityMap: true })
  }

  async function resolveState(id: string, scope: IntegrationScope): Promise<ResolvedIntegrationState> {
    return resolvedState(id, await get(id, scope))
  }

  async function isEnabled(id: string, scope: IntegrationScope): Promise<boolean> {
    return (await resolveState(id, scope)).isEnabled
  }

  /** Changes the named facts only. Takes part in the transaction of the `em` it was made with. */
  async function upsert(
    id: string,
    change: IntegrationStateChange,
    scope: IntegrationScope,
  ): Promise<ResolvedIntegrationState> {
    const now = new Date()
    const defaults = { isEnabled: defaultEnabled(id), reauthRequired: false }
    const named = Object.keys(change) as (keyof IntegrationStateChange)[]
    const row = await em.upsert(
      IntegrationState,
      {
        id: randomUUIDv7(),
        ...owner(scope),
        integrationId: id,
        ...defaults,
        ...change,
        createdAt: now,
        updatedAt: now,
      },
      {
        onConflictFields: ['tenantId', 'organizationId', 'integrationId'],
        onConflictMergeFields: [...named, 'updatedAt'],
        disableIdentityMap: true,
      },
    )
    return resolvedState(id, row)
  }

  /** The chosen API version, else the definition's default; undefined for an integration without versions. */
  async function resolveApiVersion(id: string, scope: IntegrationScope): Promise<string | undefined> {
    const chosen = (await get(id, scope))?.apiVersion
    const versions = getIntegration(id)?.apiVersions ?? []
    return chosen ?? (versions.find((version) => version.default) ?? versions[0])?.id
  }

  async function setReauthRequired(id: string, required: boolean, scope: IntegrationScope): Promise<void> {
    await upsert(id, { reauthRequired: required }, scope)
  }

  return { get, resolveState, isEnabled, upsert, resolveApiVersion, setReauthRequired }
}

export function resolvedState(id: string, row: IntegrationState | null): ResolvedIntegrationState {
  return {
    isEnabled: row?.isEnabled ?? defaultEnabled(id),
    apiVersion: row?.apiVersion ?? null,
    reauthRequired: row?.reauthRequired ?? false,
    lastHealthStatus: row?.lastHealthStatus ?? null,
    lastHealthCheckedAt: row?.lastHealthCheckedAt ?? null,
    lastHealthLatencyMs: row?.lastHealthLatencyMs ?? null,
    enabledAt: row?.enabledAt ?? null,
    updatedAt: row?.updatedAt ?? null,
  }
}

function defaultEnabled(id: string): boolean {
  return getIntegration(id)?.defaultState?.isEnabled ?? true
}

function owner(scope: IntegrationScope): { tenantId: string; organizationId: string } {
  return { tenantId: scope.tenantId, organizationId: scope.organizationId }
}
