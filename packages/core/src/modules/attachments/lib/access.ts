import type { AuthContext } from '@open-mercato/shared/lib/auth/server'

/** Both or neither; without a scope a file belongs to everybody who is signed in. */
export type AttachmentScope = { tenantId?: string | null; organizationId?: string | null }

/**
 * Whether the person may read the file, as far as tenant and organization go. A row with half a scope is
 * nobody's. 404 rather than 403: strangers learn nothing about what exists.
 */
export function checkAttachmentAccess(
  auth: AuthContext | undefined,
  attachment: AttachmentScope,
  partition: { isPublic: boolean },
  options: { requireAuthForPublic?: boolean } = {},
): { ok: true } | { ok: false; status: number } {
  const isUnscoped = !attachment.tenantId && !attachment.organizationId
  if (!auth) {
    const isForAll = partition.isPublic && !options.requireAuthForPublic && isUnscoped
    return isForAll ? { ok: true } : { ok: false, status: 401 }
  }
  const isOwn =
    Boolean(attachment.tenantId && attachment.organizationId) &&
    attachment.tenantId === auth.tenantId &&
    attachment.organizationId === auth.orgId
  return isUnscoped || isOwn || isSuperAdminAuth(auth) ? { ok: true } : { ok: false, status: 404 }
}

export function isSuperAdminAuth(
  auth: (AuthContext & { isSuperAdmin?: boolean }) | null | undefined,
): boolean {
  if (!auth) return false
  return (
    auth.isSuperAdmin === true ||
    (auth.roles ?? []).some((role) => role.trim().toLowerCase() === 'superadmin')
  )
}
