import type { ConnectionInput, Resolve } from './adapter/connection-input.ts'
import type { ChannelAdapter } from './adapter.ts'
import type { Scope } from './scope.ts'

interface CredentialsService {
  resolve(integrationId: string, scope: Scope): Promise<Record<string, unknown> | null>
}

interface StateService {
  isEnabled(integrationId: string, scope: Scope): Promise<boolean>
}

/** Open Mercato's rule: the marketplace entry of provider `x` is `channel_x`. */
export function integrationIdOf(providerKey: string): string {
  return `channel_${providerKey}`
}

/** Whether the tenant has the provider switched on in the marketplace. */
export async function isIntegrationEnabled(
  resolve: Resolve,
  providerKey: string,
  scope: Scope,
): Promise<boolean> {
  const { tenantId, organizationId } = scope
  const state = resolve<StateService>('integrationStateService')
  return state.isEnabled(integrationIdOf(providerKey), { tenantId, organizationId })
}

/** The secrets to speak to the provider with, from the adapter where it keeps several sets. */
export async function credentialsOf(
  adapter: ChannelAdapter,
  input: ConnectionInput,
): Promise<Record<string, unknown> | null> {
  if (adapter.resolveCredentials) return adapter.resolveCredentials(input)
  const credentials = input.resolve<CredentialsService>('integrationCredentialsService')
  return credentials.resolve(integrationIdOf(adapter.providerKey), input.scope)
}
