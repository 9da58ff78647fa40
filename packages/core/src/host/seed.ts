import type { EntityManager } from '@mikro-orm/postgresql'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import type { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { seedRoles, seedUser } from '../modules/auth/lib/seed.ts'
import { Organization } from '../modules/directory/data/entities.ts'
import { seedTenant } from '../modules/directory/lib/seed.ts'
import { SEEDED_PASSWORD, seededTenants } from './accounts.ts'
import type { LoadedModule } from './modules/loadModules.ts'

export interface NewTenant {
  name: string
  slug: string
  users: readonly { email: string; name: string; role: string; password: string }[]
}

/**
 * A tenant with its organisation, roles and accounts, and what each module wants a tenant to start with. What is
 * there already stays as it is, so it may run again.
 *
 * @returns whether the tenant is new
 */
export async function createTenant(
  modules: readonly LoadedModule[],
  createContainer: () => AppContainer,
  { name, slug, users }: NewTenant,
): Promise<boolean> {
  const container = createContainer()
  const em = container.resolve<EntityManager>('em')
  const tenantEncryptionService = container.resolve<TenantDataEncryptionService>('tenantEncryptionService')

  const { tenant, organization, created } = await seedTenant({ em, tenantEncryptionService }, { name, slug })
  const scope = { tenantId: tenant.id, organizationId: organization.id }
  await seedRoles({ em }, { tenantId: tenant.id, roleFeatures: roleFeatures(modules) })
  for (const { role, ...account } of users) {
    const { user } = await seedUser({ em }, { ...account, ...scope, roles: [role] })
    if (user.tenantId !== tenant.id)
      throw new Error(`${account.email} has an account at another tenant already.`)
  }
  for (const { setup } of modules) {
    if (created) await setup?.onTenantCreated?.({ em: em.fork(), ...scope })
    await setup?.seedDefaults?.({ em: em.fork(), container: createContainer(), ...scope })
  }
  return created
}

/**
 * Gives the tenants that exist what the modules want a tenant to have by now: a newer version may bring rights and
 * schedules that were not there when they were made.
 */
export async function renewTenants(
  modules: readonly LoadedModule[],
  createContainer: () => AppContainer,
): Promise<void> {
  const em = createContainer().resolve<EntityManager>('em')
  for (const { id: organizationId, tenant } of await em.fork().find(Organization, {})) {
    const scope = { tenantId: tenant.id, organizationId }
    await seedRoles({ em }, { tenantId: tenant.id, roleFeatures: roleFeatures(modules) })
    for (const { setup } of modules) {
      await setup?.seedDefaults?.({ em: em.fork(), container: createContainer(), ...scope })
    }
  }
}

/** The tenants of the demonstration. */
export async function seed(
  modules: readonly LoadedModule[],
  createContainer: () => AppContainer,
): Promise<void> {
  for (const { users, ...tenant } of seededTenants) {
    const accounts = users.map((user) => ({ ...user, password: SEEDED_PASSWORD }))
    await createTenant(modules, createContainer, { ...tenant, users: accounts })
  }
}

/** What the modules give each role, together; an admin may do everything. */
export function roleFeatures(modules: readonly LoadedModule[]): Record<string, string[]> {
  const roles: Record<string, string[]> = { admin: ['*'], employee: [] }
  for (const { setup } of modules) {
    for (const role of ['admin', 'employee']) {
      roles[role]?.push(...(setup?.defaultRoleFeatures?.[role] ?? []))
    }
  }
  return roles
}
