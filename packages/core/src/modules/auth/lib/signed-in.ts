import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'

export type SignedIn = { userId: string; tenantId: string; organizationId: string; roles: string[] }

/** The signed-in user with tenant and organization; 401 where one of them is missing. */
export function requireSignedIn(auth: ApiHandlerContext['auth']): SignedIn {
  const userId = auth?.userId ?? auth?.sub
  if (!auth || !userId || !auth.tenantId || !auth.orgId) {
    throw new CrudHttpError(401, { error: 'Sign in first.', code: 'unauthorized' })
  }
  return { userId, tenantId: auth.tenantId, organizationId: auth.orgId, roles: auth.roles ?? [] }
}
