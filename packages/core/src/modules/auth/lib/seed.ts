import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { Role, RoleAcl, User, UserRole } from '../data/entities.ts'
import { type SeedUserInput, seedUserSchema } from '../data/validators.ts'
import { hashPassword } from './password.ts'

export type SeedContext = { em: EntityManager }

/**
 * Makes the tenant's roles and grants them these features. A role that exists keeps what it has and gains what
 * is missing, so that a module mounted later is usable by the roles it names.
 */
export async function seedRoles(
  ctx: SeedContext,
  input: { tenantId: string; roleFeatures: Record<string, readonly string[]> },
): Promise<void> {
  const em = ctx.em.fork()
  const { tenantId } = input
  for (const [name, features] of Object.entries(input.roleFeatures)) {
    const role =
      (await em.findOne(Role, { tenantId, name })) ?? em.create(Role, { id: randomUUIDv7(), tenantId, name })
    const acl =
      (await em.findOne(RoleAcl, { tenantId, role })) ??
      em.create(RoleAcl, { id: randomUUIDv7(), tenantId, role, featuresJson: [] })
    const granted = new Set([...acl.featuresJson, ...features])
    if (granted.size > acl.featuresJson.length) acl.featuresJson = [...granted].sort()
  }
  await em.flush()
}

/** Makes the user with these roles unless the address is taken already. Throws when a role is not there. */
export async function seedUser(
  ctx: SeedContext,
  input: SeedUserInput,
): Promise<{ user: User; created: boolean }> {
  const { tenantId, organizationId, email, name, password, roles } = seedUserSchema.parse(input)
  const em = ctx.em.fork()

  const existing = await em.findOne(User, { email })
  if (existing) return { user: existing, created: false }

  const passwordHash = await hashPassword(password)
  const user = em.create(User, {
    id: randomUUIDv7(),
    tenantId,
    organizationId,
    email,
    name,
    passwordHash,
  })
  for (const roleName of roles) {
    const role = await em.findOneOrFail(Role, { tenantId, name: roleName })
    em.create(UserRole, { id: randomUUIDv7(), tenantId, user, role })
  }
  await em.flush()
  return { user, created: true }
}
