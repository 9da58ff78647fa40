import type { EntityManager } from '@mikro-orm/postgresql'
import type { Resolve } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/connection-input'
import { type Db, dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import {
  requireScope,
  type Scope,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { type AppContainer, createRequestContainer } from '@open-mercato/shared/lib/di/container'

/** What every operation on connections works with. */
export interface ProviderContext {
  scope: Scope
  em: EntityManager
  db: Db
  container: AppContainer
  resolve: Resolve
  auth: AuthContext
  now: Date
}

export function providerContext(container: AppContainer, scope: Scope, auth: AuthContext): ProviderContext {
  const em = container.resolve<EntityManager>('em')
  return {
    scope: { tenantId: scope.tenantId, organizationId: scope.organizationId },
    em,
    db: dbOf(em),
    container,
    resolve: (name) => container.resolve(name),
    auth,
    now: new Date(),
  }
}

export async function routeContext(auth: AuthContext): Promise<ProviderContext> {
  return providerContext(await createRequestContainer(), requireScope(auth), auth)
}
