import type { EntityManager } from '@mikro-orm/postgresql'
import { User } from '../data/entities.ts'
import type { LoginInput } from '../data/validators.ts'
import {
  ACCOUNT_RULE,
  ADDRESS_RULE,
  accountKey,
  addressKey,
  releaseAttempts,
  reserveAttempt,
} from './login-throttle.ts'
import { verifyAgainstNobody, verifyPassword } from './password.ts'
import { openSession } from './session.ts'

export type LoginOutcome =
  | { outcome: 'signed_in'; token: string }
  | { outcome: 'invalid_credentials' }
  | { outcome: 'too_many_attempts'; retryAfterSeconds: number }

/** Signs in by e-mail and password. `address` is the caller's network address, null where it is unknown. */
export async function login(
  ctx: { em: EntityManager; now: Date },
  input: LoginInput & { address: string | null },
): Promise<LoginOutcome> {
  const keys = {
    account: accountKey(input.email),
    address: input.address === null ? null : addressKey(input.address),
  }
  for (const [key, rule] of [
    [keys.address, ADDRESS_RULE],
    [keys.account, ACCOUNT_RULE],
  ] as const) {
    const reservation = key === null ? null : await reserveAttempt(ctx, key, rule)
    if (reservation && !reservation.isAllowed) {
      return { outcome: 'too_many_attempts', retryAfterSeconds: reservation.retryAfterSeconds }
    }
  }

  const user = await ctx.em.findOne(User, { email: input.email, deletedAt: null, isConfirmed: true })
  const isPassword = user
    ? await verifyPassword(input.password, user.passwordHash)
    : await verifyAgainstNobody(input.password)
  if (!user || !isPassword) return { outcome: 'invalid_credentials' }

  await releaseAttempts(ctx, keys)
  await ctx.em.nativeUpdate(User, { id: user.id, tenantId: user.tenantId }, { lastLoginAt: ctx.now })
  return { outcome: 'signed_in', token: await openSession(ctx, user) }
}
