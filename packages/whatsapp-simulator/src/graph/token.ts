import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import {
  findNumber,
  type NumberOwner,
  type Scope,
  type SimulatorAccount,
  scopesOf,
} from '../accounts/account.ts'
import type { Caller } from './caller.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError, unknownNode } from './graph-error.ts'

/** Throws code 0 without a token and 190 with one that nobody was given. */
export function authenticate(accounts: SimulatorAccount[], token: string | null): Caller {
  if (!token) throw new GraphError(0, { title: 'An access token is required to request this resource.' })
  const caller = findCaller(accounts, token)
  if (!caller) throw new GraphError(190)
  return caller
}

export function findCaller(accounts: SimulatorAccount[], token: string): Caller | null {
  const users = accounts.filter(({ accessToken }) => sameSecret(token, accessToken))
  if (users[0]) return { account: users[0], accounts: users, kind: 'user' }
  const apps = accounts.filter(({ appId, appSecret }) => sameSecret(token, `${appId}|${appSecret}`))
  return apps[0] ? { account: apps[0], accounts: apps, kind: 'app' } : null
}

/** The number that the address names, for a caller that may manage it. */
export function managedNumber(c: Context<GraphEnv>): NumberOwner {
  const owner = ownNumber(c, c.req.param('node')!)
  requireScope(c.get('caller'), 'whatsapp_business_management')
  return owner
}

/** The number with this id where the token is good for its account. Throws what Meta answers for any other. */
export function ownNumber(c: Context<GraphEnv>, phoneNumberId: string): NumberOwner {
  const owner = findNumber(c.get('caller').accounts, phoneNumberId)
  if (!owner) throw unknownNode(c.req.method, phoneNumberId)
  return owner
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
