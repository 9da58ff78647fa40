import type { EntityManager } from '@mikro-orm/postgresql'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
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

/** The query string as an object, for a schema to check. */
export function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams)
}
