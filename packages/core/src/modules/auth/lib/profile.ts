import type { EntityManager } from '@mikro-orm/postgresql'
import { assertFound } from '@open-mercato/shared/lib/crud/errors'
import { z } from 'zod'
import { Organization, Tenant } from '../../directory/data/entities.ts'
import { User } from '../data/entities.ts'
import type { RbacService } from '../services/rbacService.ts'

const named = z.object({ id: z.uuid(), name: z.string() })

export const profileSchema = z.object({
  user: z.object({
    id: z.uuid(),
    email: z.string(),
    name: z.string().nullable(),
    roles: z.array(z.string()),
  }),
  tenant: named,
  organization: named,
  features: z.array(z.string()),
})

export type Profile = z.infer<typeof profileSchema>

/** Who is signed in, where they work and what they may do. */
export async function loadProfile(
  ctx: { em: EntityManager; rbacService: RbacService },
  who: { userId: string; tenantId: string; organizationId: string; roles: string[] },
): Promise<Profile> {
  const { userId, tenantId, organizationId, roles } = who
  const user = assertFound(await ctx.em.findOne(User, { id: userId, tenantId }))
  const tenant = assertFound(await ctx.em.findOne(Tenant, { id: tenantId }))
  const organization = assertFound(
    await ctx.em.findOne(Organization, { id: organizationId, tenant: tenantId }),
  )
  return {
    user: { id: user.id, email: user.email, name: user.name ?? null, roles },
    tenant: { id: tenant.id, name: tenant.name },
    organization: { id: organization.id, name: organization.name },
    features: await ctx.rbacService.getGrantedFeatures(userId, { tenantId, organizationId }),
  }
}
