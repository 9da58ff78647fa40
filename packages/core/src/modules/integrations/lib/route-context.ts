import type { CommandBus, CommandRuntimeContext } from '@open-mercato/shared/lib/commands'
import { assertFound, CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import { type AppContainer, createRequestContainer } from '@open-mercato/shared/lib/di/container'
import {
  getIntegration,
  type IntegrationDefinition,
  type IntegrationScope,
} from '@open-mercato/shared/modules/integrations/types'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { requireSignedIn } from '../../auth/lib/signed-in.ts'
import { isCredentialsEncryptionUnavailableError } from './credentials-service.ts'

export type RouteContext = { container: AppContainer; scope: IntegrationScope }

export async function openRoute({ auth }: ApiHandlerContext): Promise<RouteContext> {
  const { tenantId, organizationId } = requireSignedIn(auth)
  return { container: await createRequestContainer(), scope: { tenantId, organizationId } }
}

/** The integration that the path's `[id]` names; 404 when there is none. */
export function requireIntegration({ params }: ApiHandlerContext): IntegrationDefinition {
  const id = String(params.id)
  return assertFound(getIntegration(id), `There is no integration called ${id}.`)
}

/** Runs a command as the signed-in user, in their tenant and organization. */
export async function execute<Input extends object>(
  route: RouteContext,
  request: Request,
  auth: ApiHandlerContext['auth'],
  commandId: string,
  input: Input,
): Promise<void> {
  const { organizationId } = route.scope
  const ctx: CommandRuntimeContext = {
    container: route.container,
    auth,
    organizationScope: null,
    selectedOrganizationId: organizationId,
    organizationIds: [organizationId],
    request,
  }
  const commandBus = route.container.resolve<CommandBus>('commandBus')
  await answerMissingKey(() => commandBus.execute(commandId, { input: { ...input, ...route.scope }, ctx }))
}

/** Credentials that cannot be encrypted or opened are a matter for the operator, not a broken page. */
export async function answerMissingKey<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isCredentialsEncryptionUnavailableError(error)) throw error
    throw new CrudHttpError(
      503,
      {
        error: 'Credentials cannot be read or saved now: the encryption key is not available.',
        code: 'credentials_encryption_unavailable',
        action: 'Ask whoever runs the installation to check its master key.',
      },
      { cause: error },
    )
  }
}
