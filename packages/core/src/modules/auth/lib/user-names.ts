import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '../data/entities.ts'

/** What to call these users of a tenant: their name, else their address. Users of other tenants are left out. */
export async function userNames(
  ctx: { em: EntityManager },
  tenantId: string,
  userIds: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(userIds.filter((id) => id != null))]
  if (!ids.length) return new Map()
  const users = await ctx.em.find(User, { tenantId, id: { $in: ids } }, { disableIdentityMap: true })
  return new Map(users.map((user) => [user.id, user.name ?? user.email]))
}
