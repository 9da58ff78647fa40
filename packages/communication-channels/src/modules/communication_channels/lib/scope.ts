import type { EntityManager } from '@mikro-orm/postgresql'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'

/** Whose data is meant. Every query of the hub begins from it, but for the claiming of work
 * (`lib/ingest`, `lib/outbox`, `lib/events`); what follows from a claim goes by the ids that it gave. */
export interface Scope {
  tenantId: string
  organizationId: string
}

/** Without these arguments a query on a scoped entity throws; with them it sees one organisation's rows. */
export function scopedEm(em: EntityManager, scope: Scope): EntityManager {
  const fork = em.fork()
  fork.setFilterParams('scope', { tenantId: scope.tenantId, organizationId: scope.organizationId })
  return fork
}

/** The signed-in person's scope, never taken from the payload. */
export function requireScope(auth: AuthContext): Scope & { userId: string | null } {
  if (!auth?.tenantId || !auth.orgId) {
    throw new CrudHttpError(401, {
      error: 'You are not signed in to an organisation.',
      code: 'unauthorized',
      action: 'Sign in and try again.',
    })
  }
  return { tenantId: auth.tenantId, organizationId: auth.orgId, userId: auth.userId ?? auth.sub ?? null }
}
