import type { Author } from '@open-mercato/communication-channels/modules/communication_channels/lib/author'
import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { GraphTemplate } from '../../graph/list-templates.ts'
import { keepVersion } from '../store/versions.ts'

/**
 * Keeps a form as one that somebody of ours wrote, before the store keeps it as one that it has read. Where that has
 * happened already, because Meta told of it before it answered, the version is theirs all the same.
 */
export async function keepOwnVersion(
  db: Db,
  scope: Scope,
  connectionId: string,
  { parameter_format, ...form }: GraphTemplate,
  { author, askedAt }: { author: Author | null; askedAt: Date },
): Promise<void> {
  const origin = { source: 'submitted', author, at: askedAt } as const
  await keepVersion(
    db,
    scope,
    connectionId,
    { ...form, parameterFormat: parameter_format ?? 'POSITIONAL' },
    origin,
  )
  const named = sql`tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
    and connection_id = ${connectionId} and name = ${form.name} and language = ${form.language}`
  await sql`
    update wa_template_versions
    set source = 'submitted', author_user_id = ${author?.userId ?? null}, author_name = ${author?.name ?? null}
    where ${named} and source = 'synced' and seen_at >= ${askedAt}
      and number = (select max(number) from wa_template_versions where ${named})`.execute(db)
}
