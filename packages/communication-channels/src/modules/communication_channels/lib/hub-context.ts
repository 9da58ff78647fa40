import type { EntityManager } from '@mikro-orm/postgresql'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { CommandRuntimeContext } from '@open-mercato/shared/lib/commands'
import { type AppContainer, createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { type Db, dbOf } from './db.ts'
import type { TenantEncryptionService } from './encryption-service.ts'
import { requireScope, type Scope } from './scope.ts'

/** What every route of the hub works with: whose data, the database, the keys, the clock. */
export interface HubContext {
  scope: Scope & { userId: string | null }
  auth: AuthContext
  container: AppContainer
  em: EntityManager
  db: Db
  encryption: TenantEncryptionService
  now: Date
}

export async function hubContext(auth: AuthContext): Promise<HubContext> {
  const scope = requireScope(auth)
  const container = await createRequestContainer()
  const em = container.resolve<EntityManager>('em')
  return {
    scope,
    auth,
    container,
    em,
    db: dbOf(em),
    encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
    now: new Date(),
  }
}

interface CommandBus {
  execute<I, R>(id: string, options: { input: I; ctx: CommandRuntimeContext }): Promise<{ result: R }>
}

/** Runs a command for the signed-in person, so that it is on record who did it. */
export async function runCommand<I, R>(ctx: HubContext, id: string, input: I): Promise<R> {
  const { organizationId } = ctx.scope
  const { result } = await ctx.container.resolve<CommandBus>('commandBus').execute<I, R>(id, {
    input,
    ctx: {
      container: ctx.container,
      auth: ctx.auth,
      organizationScope: null,
      selectedOrganizationId: organizationId,
      organizationIds: [organizationId],
    },
  })
  return result
}

/** The query string as an object, for a schema to check. */
export function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams)
}
