import type { EntityManager } from '@mikro-orm/postgresql'
import { hasAllFeatures } from '@open-mercato/shared/security/features'

export type RbacScope = { tenantId: string | null; organizationId: string | null }
export type Acl = { isSuperAdmin: boolean; features: string[]; organizations: string[] | null }

const NOTHING: Acl = { isSuperAdmin: false, features: [], organizations: [] }

const LOAD_ACL = `
  select u.organization_id, coalesce(
    (select jsonb_agg(distinct f.feature)
     from user_roles ur
     join role_acls a on a.role_id = ur.role_id and a.tenant_id = u.tenant_id
     cross join lateral jsonb_array_elements_text(a.features_json) as f(feature)
     where ur.user_id = u.id and ur.tenant_id = u.tenant_id), '[]'::jsonb) as features
  from users u
  where u.id = ? and u.tenant_id = ? and u.deleted_at is null and u.is_confirmed`

/**
 * Answers what a user may do. Remembers answers for as long as its container lives, that is one request or job,
 * so a right that is taken away is gone with the next request in every process.
 */
export class RbacService {
  private readonly em: EntityManager
  private readonly acls = new Map<string, Promise<Acl>>()

  constructor(em: EntityManager) {
    this.em = em
  }

  /** The user's features, empty for a user of another tenant or organization. */
  loadAcl(userId: string, scope: RbacScope): Promise<Acl> {
    const key = [userId, scope.tenantId, scope.organizationId].join(' ')
    const known = this.acls.get(key)
    if (known) return known
    const loading = this.readAcl(userId, scope)
    this.acls.set(key, loading)
    loading.catch(() => this.acls.delete(key))
    return loading
  }

  async getGrantedFeatures(userId: string, scope: RbacScope): Promise<string[]> {
    return (await this.loadAcl(userId, scope)).features
  }

  async userHasAllFeatures(userId: string, required: string[], scope: RbacScope): Promise<boolean> {
    return this.hasAllFeatures(required, await this.getGrantedFeatures(userId, scope))
  }

  hasAllFeatures(required: string[], granted: string[]): boolean {
    return hasAllFeatures(granted, required)
  }

  invalidateUserCache(userId: string): void {
    for (const key of this.acls.keys()) if (key.startsWith(`${userId} `)) this.acls.delete(key)
  }

  private async readAcl(userId: string, scope: RbacScope): Promise<Acl> {
    if (!scope.tenantId) return NOTHING
    const [row] = await this.em.execute<{ organization_id: string; features: string[] | string }[]>(
      LOAD_ACL,
      [userId, scope.tenantId],
    )
    if (!row) return NOTHING
    if (scope.organizationId !== null && scope.organizationId !== row.organization_id) return NOTHING
    const features: string[] = typeof row.features === 'string' ? JSON.parse(row.features) : row.features
    return { isSuperAdmin: false, features, organizations: [row.organization_id] }
  }
}
