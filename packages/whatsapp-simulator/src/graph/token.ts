import { timingSafeEqual } from 'node:crypto'
import { type Scope, type SimulatorAccount, scopesOf } from '../accounts/account.ts'
import { GraphError } from './graph-error.ts'

/** Who calls: a system user of an account, or the app itself (`APP_ID|APP_SECRET`). */
export type Caller = { account: SimulatorAccount; kind: 'user' | 'app' }

/** Throws code 0 without a token and 190 with one that nobody was given. */
export function authenticate(accounts: SimulatorAccount[], token: string | null): Caller {
  if (!token) throw new GraphError(0, { title: 'An access token is required to request this resource.' })
  const caller = findCaller(accounts, token)
  if (!caller) throw new GraphError(190)
  return caller
}

export function findCaller(accounts: SimulatorAccount[], token: string): Caller | null {
  for (const account of accounts) {
    if (sameSecret(token, account.accessToken)) return { account, kind: 'user' }
    if (sameSecret(token, `${account.appId}|${account.appSecret}`)) return { account, kind: 'app' }
  }
  return null
}

/** From `Authorization: Bearer …`, else from the `access_token` parameter. */
export function readToken(authorization: string | undefined, parameter: unknown): string | null {
  const bearer = authorization?.match(/^(?:Bearer|OAuth)\s+(.+)$/i)?.[1]?.trim()
  if (bearer) return bearer
  return typeof parameter === 'string' && parameter ? parameter : null
}

export function requireScope(caller: Caller, scope: Scope): void {
  if (caller.kind === 'user' && scopesOf(caller.account).includes(scope)) return
  if (scope === 'whatsapp_business_messaging') throw new GraphError(10)
  throw new GraphError(200, { title: 'Permissions error' })
}

export function requireApp(caller: Caller, appId: string): void {
  if (caller.account.appId !== appId) throw new GraphError(200, { title: 'Permissions error' })
  if (caller.kind !== 'app') {
    throw new GraphError(15, {
      title: 'This method must be called with an app access_token.',
      httpStatus: 400,
    })
  }
}

function sameSecret(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
