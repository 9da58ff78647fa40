import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '@open-mercato/core/modules/auth/data/entities'
import { findOneWithDecryption, findWithDecryption } from '@open-mercato/shared/lib/encryption/find'
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

/** Of those who are still there. */
export async function authorsOf(
  em: EntityManager,
  { tenantId, organizationId }: Scope,
  userIds: string[],
): Promise<Map<string, Author>> {
  if (userIds.length === 0) return new Map()
  const ids = [...new Set(userIds)]
  const users = await findWithDecryption(em.fork(), User, { id: { $in: ids }, tenantId }, undefined, {
    tenantId,
    organizationId,
  })
  return new Map(users.map(({ id, name, email }) => [id, { userId: id, name: name ?? email ?? null }]))
}
