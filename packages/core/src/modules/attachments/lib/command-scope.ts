import type { CommandRuntimeContext } from '@open-mercato/shared/lib/commands'
import { forbidden } from '@open-mercato/shared/lib/crud/errors'
import { isSuperAdminAuth } from './access.ts'

/** 403 for a tenant or organization that is not the actor's own. */
export function requireOwnScope(
  ctx: CommandRuntimeContext,
  scope: { tenantId: string | null; organizationId: string | null },
): void {
  const isOwn = ctx.auth?.tenantId === scope.tenantId && ctx.auth.orgId === scope.organizationId
  if (!isOwn && !ctx.systemActor && !isSuperAdminAuth(ctx.auth)) throw forbidden()
}
