import type { Resolve } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/connection-input'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { type GraphAccess, type WhatsAppCredentials, whatsappCredentials } from '../credentials.ts'
import { DEFAULT_API_VERSION, INTEGRATION_ID } from '../provider.ts'

export interface CredentialsService {
  resolve(integrationId: string, scope: Scope): Promise<Record<string, unknown> | null>
  save(integrationId: string, credentials: Record<string, unknown>, scope: Scope): Promise<void>
}

interface StateService {
  resolveApiVersion(integrationId: string, scope: Scope): Promise<string | undefined>
}

/** The secrets of a connection; null where there are none, or they are incomplete. */
export async function readCredentials(
  resolve: Resolve,
  credentialsId: string,
  scope: Scope,
): Promise<WhatsAppCredentials | null> {
  const stored = await resolve<CredentialsService>('integrationCredentialsService').resolve(
    credentialsId,
    scope,
  )
  const parsed = whatsappCredentials.safeParse(stored)
  return parsed.success ? parsed.data : null
}

export async function apiVersionOf(resolve: Resolve, scope: Scope): Promise<string> {
  const state = resolve<StateService>('integrationStateService')
  return (await state.resolveApiVersion(INTEGRATION_ID, scope)) ?? DEFAULT_API_VERSION
}

export async function graphAccess(
  resolve: Resolve,
  credentials: Pick<WhatsAppCredentials, 'accessToken'>,
  scope: Scope,
): Promise<GraphAccess> {
  return { accessToken: credentials.accessToken, apiVersion: await apiVersionOf(resolve, scope) }
}
