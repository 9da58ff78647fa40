import { randomUUIDv7 } from 'node:crypto'
import { defineEntity, p } from '@mikro-orm/core'

const id = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => randomUUIDv7())
const createdAt = () => p.datetime(3).onCreate(() => new Date())
const updatedAt = () => createdAt().onUpdate(() => new Date())

/** A member of staff. The address is kept lower-cased and is unique in the installation: it is all a sign-in gives. */
const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: id(),
    tenantId: p.uuid(),
    organizationId: p.uuid(),
    email: p.text(),
    name: p.text().nullable(),
    passwordHash: p.text().hidden(),
    isConfirmed: p.boolean().default(true),
    lastLoginAt: p.datetime(3).nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: p.datetime(3).nullable(),
  },
})

export class User extends UserSchema.class {}
UserSchema.setClass(User)

const RoleSchema = defineEntity({
  name: 'Role',
  tableName: 'roles',
  properties: {
    id: id(),
    tenantId: p.uuid(),
    name: p.text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
})

export class Role extends RoleSchema.class {}
RoleSchema.setClass(Role)

const UserRoleSchema = defineEntity({
  name: 'UserRole',
  tableName: 'user_roles',
  properties: {
    id: id(),
    tenantId: p.uuid(),
    user: () => p.manyToOne(User),
    role: () => p.manyToOne(Role),
    createdAt: createdAt(),
  },
})

export class UserRole extends UserRoleSchema.class {}
UserRoleSchema.setClass(UserRole)

/** What a role may do: feature ids, `module.*` or `*`. */
const RoleAclSchema = defineEntity({
  name: 'RoleAcl',
  tableName: 'role_acls',
  properties: {
    id: id(),
    tenantId: p.uuid(),
    role: () => p.manyToOne(Role),
    featuresJson: p.json<string[]>(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
})

export class RoleAcl extends RoleAclSchema.class {}
RoleAclSchema.setClass(RoleAcl)

/**
 * A signed-in browser or client. Open while `revokedAt` is null and `expiresAt` lies ahead; each use moves
 * `expiresAt` on, never past `absoluteExpiresAt`. Only the token's hash is kept: a stolen table signs nobody in.
 */
const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: id(),
    tenantId: p.uuid(),
    userId: p.uuid(),
    tokenHash: p.text().hidden(),
    createdAt: createdAt(),
    lastSeenAt: p.datetime(3),
    expiresAt: p.datetime(3),
    absoluteExpiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
  },
})

export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session)

/**
 * Attempts counted per key (a hashed account or address) in a fixed window. It belongs to no tenant:
 * an attempt may name an account that does not exist.
 */
const LoginAttemptSchema = defineEntity({
  name: 'LoginAttempt',
  tableName: 'login_attempts',
  properties: {
    key: p.text().primary(),
    attempts: p.integer(),
    windowEndsAt: p.datetime(3),
  },
})

export class LoginAttempt extends LoginAttemptSchema.class {}
LoginAttemptSchema.setClass(LoginAttempt)
