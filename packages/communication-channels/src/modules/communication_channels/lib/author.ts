import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '@open-mercato/core/modules/auth/data/entities'
import { findOneWithDecryption } from '@open-mercato/shared/lib/encryption/find'
import type { Scope } from './scope.ts'

/** Who wrote a message, with the name that colleagues know; kept with it, because people leave. */
export interface Author {
  userId: string
  name: string | null
}

export async function authorOf(
  em: EntityManager,
  scope: Scope,
  userId: string | null,
): Promise<Author | null> {
  if (!userId) return null
  const { tenantId, organizationId } = scope
  const user = await findOneWithDecryption(em.fork(), User, { id: userId, tenantId }, undefined, {
    tenantId,
    organizationId,
  })
  return { userId, name: user?.name ?? user?.email ?? null }
}
