/** Who is asking; null when nobody is signed in. `sub` and `userId` are the user's id. */
export type AuthContext = {
  sub: string
  userId?: string
  tenantId: string | null
  orgId: string | null
  email?: string
  roles?: string[]
  sid?: string
} | null

type AuthResolver = (request: Request) => Promise<AuthContext>

const resolved = new WeakMap<Request, Promise<AuthContext>>()
let resolver: AuthResolver | null = null

/** Bootstrap only. */
export function registerAuthResolver(next: AuthResolver | null): void {
  resolver = next
}

/** The session could not be checked (the database is away): not the same as "signed out". */
export class AuthResolutionUnavailableError extends Error {
  override name = 'AuthResolutionUnavailableError'
}

/** Null when absent or invalid. A request is resolved once, however often this is asked. */
export function getAuthFromRequest(request: Request): Promise<AuthContext> {
  const known = resolved.get(request)
  if (known) return known
  if (!resolver) return Promise.resolve(null)
  const pending = resolver(request)
  resolved.set(request, pending)
  return pending
}
