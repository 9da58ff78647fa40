import type { EntityManager } from '@mikro-orm/postgresql'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { authorOf } from '../author.ts'
import { dbOf } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { requireScope } from '../scope.ts'
import type { DecisionContext } from './decisions.ts'

/** Who decides, within the transaction. */
export async function decisionContext(
  tx: EntityManager,
  encryption: TenantEncryptionService,
  auth: AuthContext,
): Promise<DecisionContext> {
  const { tenantId, organizationId, userId } = requireScope(auth)
  const scope = { tenantId, organizationId }
  const author = await authorOf(tx, scope, userId)
  const actor = { id: userId, name: author?.name ?? null }
  return { db: dbOf(tx), encryption, scope, actor, now: new Date() }
}
