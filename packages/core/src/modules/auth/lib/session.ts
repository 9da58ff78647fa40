import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { Session, type User } from '../data/entities.ts'
import { openingTimes, slide } from './session-lifetime.ts'
import { createSessionToken, hashSessionToken, readSessionToken } from './session-token.ts'

/** Opens a session and returns its token, which is nowhere kept. Drops the user's sessions that are over. */
export async function openSession(ctx: { em: EntityManager; now: Date }, user: User): Promise<string> {
  const token = createSessionToken()
  await ctx.em.nativeDelete(Session, { userId: user.id, expiresAt: { $lte: ctx.now } })
  await ctx.em.insert(Session, {
    id: randomUUIDv7(),
    tenantId: user.tenantId,
    userId: user.id,
    tokenHash: hashSessionToken(token),
    createdAt: ctx.now,
    lastSeenAt: ctx.now,
    ...openingTimes(ctx.now),
  })
  return token
}

/** From now on the session signs nobody in, in every process. */
export async function revokeSession(
  ctx: { em: EntityManager; now: Date },
  sessionId: string,
  tenantId: string,
): Promise<void> {
  await ctx.em.nativeUpdate(Session, { id: sessionId, tenantId, revokedAt: null }, { revokedAt: ctx.now })
}

type OpenSessionRow = {
  session_id: string
  last_seen_at: Date | string
  absolute_expires_at: Date | string
  user_id: string
  tenant_id: string
  organization_id: string
  email: string
  roles: string[]
}

const FIND_OPEN_SESSION = `
  select s.id as session_id, s.last_seen_at, s.absolute_expires_at,
         u.id as user_id, u.tenant_id, u.organization_id, u.email,
         array(select r.name from user_roles ur join roles r on r.id = ur.role_id
               where ur.user_id = u.id and r.tenant_id = u.tenant_id order by r.name) as roles
  from sessions s join users u on u.id = s.user_id and u.tenant_id = s.tenant_id
  where s.token_hash = ? and s.revoked_at is null and s.expires_at > ? and u.deleted_at is null and u.is_confirmed`

/**
 * Who is asking: the session behind the request's cookie or bearer token, or null. Moves the session's end on.
 *
 * @param ctx.newEm asked for only where there is a token: most of what a webhook receives has none
 */
export async function resolveAuth(
  request: Request,
  ctx: { newEm: () => EntityManager; now?: Date },
): Promise<AuthContext> {
  const token = readSessionToken(request)
  if (!token) return null
  const em = ctx.newEm()
  const now = ctx.now ?? new Date()
  const [row] = await em.execute<OpenSessionRow[]>(FIND_OPEN_SESSION, [hashSessionToken(token), now])
  if (!row) return null

  const expiresAt = slide(
    { lastSeenAt: new Date(row.last_seen_at), absoluteExpiresAt: new Date(row.absolute_expires_at) },
    now,
  )
  if (expiresAt) {
    await em.nativeUpdate(Session, { id: row.session_id, revokedAt: null }, { expiresAt, lastSeenAt: now })
  }
  return {
    sub: row.user_id,
    sid: row.session_id,
    userId: row.user_id,
    tenantId: row.tenant_id,
    orgId: row.organization_id,
    email: row.email,
    roles: row.roles,
  }
}
