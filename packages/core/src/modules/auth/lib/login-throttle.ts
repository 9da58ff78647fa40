import type { EntityManager } from '@mikro-orm/postgresql'
import { hashForLookup } from '@open-mercato/shared/lib/encryption/aes'

export type ThrottleRule = { attempts: number; windowMs: number }

const QUARTER_HOUR_MS = 15 * 60 * 1000

/** Ten guesses per account stop a dictionary; the address may carry a whole office behind one router. */
export const ACCOUNT_RULE: ThrottleRule = { attempts: 10, windowMs: QUARTER_HOUR_MS }
export const ADDRESS_RULE: ThrottleRule = { attempts: 60, windowMs: QUARTER_HOUR_MS }

/** Keys are keyed hashes: people type passwords into the wrong field. */
export const accountKey = (email: string) => `account:${hashForLookup(email, 'auth.login')}`
export const addressKey = (address: string) => `address:${hashForLookup(address, 'auth.login')}`

export type Reservation = { isAllowed: true } | { isAllowed: false; retryAfterSeconds: number }

/**
 * Counts an attempt before the password is looked at, in one statement, so that attempts made at the same
 * moment in several processes cannot pass the limit together. The window is fixed from its first attempt:
 * going on trying does not lengthen it.
 */
export async function reserveAttempt(
  ctx: { em: EntityManager; now: Date },
  key: string,
  rule: ThrottleRule,
): Promise<Reservation> {
  const windowEndsAt = new Date(ctx.now.getTime() + rule.windowMs)
  const [row] = await ctx.em.execute<{ attempts: number; window_ends_at: Date | string }[]>(
    `insert into login_attempts as a (key, attempts, window_ends_at) values (?, 1, ?)
     on conflict (key) do update set
       attempts = case when a.window_ends_at <= ? then 1 else a.attempts + 1 end,
       window_ends_at = case when a.window_ends_at <= ? then excluded.window_ends_at else a.window_ends_at end
     returning attempts, window_ends_at`,
    [key, windowEndsAt, ctx.now, ctx.now],
  )
  if (!row || row.attempts <= rule.attempts) return { isAllowed: true }
  const leftMs = new Date(row.window_ends_at).getTime() - ctx.now.getTime()
  return { isAllowed: false, retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)) }
}

/** After a sign-in: the account starts afresh, the address gets its attempt back, past windows are dropped. */
export async function releaseAttempts(
  ctx: { em: EntityManager; now: Date },
  keys: { account: string; address: string | null },
): Promise<void> {
  await ctx.em.execute('delete from login_attempts where key = ? or window_ends_at <= ?', [
    keys.account,
    ctx.now,
  ])
  if (keys.address) {
    await ctx.em.execute('update login_attempts set attempts = attempts - 1 where key = ? and attempts > 0', [
      keys.address,
    ])
  }
}
