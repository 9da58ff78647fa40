import { createHash, randomBytes } from 'node:crypto'

export const SESSION_COOKIE = 'om_session'

/** 256 random bits, safe in a header and a cookie. */
export const createSessionToken = (): string => randomBytes(32).toString('base64url')

/** A plain digest is enough: the token is random, so there is nothing to guess. */
export const hashSessionToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The token a request brings: a bearer header wins over the cookie. Null when it brings none. */
export function readSessionToken(request: Request): string | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (bearer) return bearer
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2)
    if (name === SESSION_COOKIE && value) return value
  }
  return null
}

/** `Secure` follows the address the product is reached at, because a local run speaks plain HTTP. */
export function sessionCookie(token: string, options: { publicUrl: string; maxAgeSeconds: number }): string {
  const secure = options.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${options.maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`
}
