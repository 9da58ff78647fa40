import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'
import type { ConsentRules } from './consent-rules.ts'
import { rulesOf, type StoredRules } from './stored-rules.ts'

export async function readConsentRules(db: Db, { tenantId, organizationId }: Scope): Promise<ConsentRules> {
  const { rows } = await sql<{ rules: StoredRules | null }>`
    select consent_rules as rules from cc_settings
    where tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  return rulesOf(rows[0]?.rules ?? null)
}
