import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Organization, Tenant } from '../data/entities.ts'
import { type SeedTenantInput, seedTenantSchema } from '../data/validators.ts'

export type SeedTenantContext = {
  em: EntityManager
  /** `getDek` makes the key on first use. */
  tenantEncryptionService: { getDek(tenantId: string): Promise<unknown> }
}

/**
 * Makes the tenant and its first organization unless an organization with this slug exists already.
 * The data key is made before the rows, so no tenant is ever visible without one.
 */
export async function seedTenant(
  ctx: SeedTenantContext,
  input: SeedTenantInput,
): Promise<{ tenant: Tenant; organization: Organization; created: boolean }> {
  const { name, slug, organizationName } = seedTenantSchema.parse(input)
  const em = ctx.em.fork()

  const existing = await em.findOne(Organization, { slug }, { populate: ['tenant'] })
  if (existing) {
    return { tenant: existing.tenant, organization: existing, created: false }
  }

  const tenant = em.create(Tenant, { id: randomUUIDv7(), name })
  await ctx.tenantEncryptionService.getDek(tenant.id)
  const organization = em.create(Organization, { tenant, name: organizationName ?? name, slug })
  await em.flush()
  return { tenant, organization, created: true }
}
