import type { EntityManager } from '@mikro-orm/postgresql'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import type { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { seedRoles, seedUser } from '../modules/auth/lib/seed.ts'
import { seedTenant } from '../modules/directory/lib/seed.ts'
import { SEEDED_PASSWORD, seededTenants } from './accounts.ts'
import type { LoadedModule } from './modules/loadModules.ts'

/** Tenants, roles, accounts and what each module wants a tenant to start with. May run again at every start. */
export async function seed(
  modules: readonly LoadedModule[],
  createContainer: () => AppContainer,
): Promise<void> {
  for (const { name, slug, users } of seededTenants) {
    const container = createContainer()
    const em = container.resolve<EntityManager>('em')
    const tenantEncryptionService = container.resolve<TenantDataEncryptionService>('tenantEncryptionService')

    const { tenant, organization, created } = await seedTenant(
      { em, tenantEncryptionService },
      { name, slug },
    )
    const scope = { tenantId: tenant.id, organizationId: organization.id }
    await seedRoles({ em }, { tenantId: tenant.id, roleFeatures: roleFeatures(modules) })
    for (const { role, ...user } of users) {
      await seedUser({ em }, { ...user, ...scope, password: SEEDED_PASSWORD, roles: [role] })
    }
    for (const { setup } of modules) {
      if (created) await setup?.onTenantCreated?.({ em: em.fork(), ...scope })
      await setup?.seedDefaults?.({ em: em.fork(), container: createContainer(), ...scope })
    }
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
