import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { CommandBus } from '@open-mercato/shared/lib/commands'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import type { Scope } from './scope.ts'

/** Who acts, and for whom. Without `auth` it is the system: a webhook, a subscriber. */
export interface Actor {
  container: AppContainer
  auth: AuthContext
  scope: Scope
}

/** Runs a command by its id, so that it is on record who did it. Throws what the command throws. */
export async function runCommand<I, R>({ container, auth, scope }: Actor, id: string, input: I): Promise<R> {
  const { result } = await container.resolve<CommandBus>('commandBus').execute<I, R>(id, {
    input,
    ctx: {
      container,
      auth,
      organizationScope: null,
      selectedOrganizationId: scope.organizationId,
      organizationIds: [scope.organizationId],
      systemActor: auth === null,
    },
  })
  return result
}
