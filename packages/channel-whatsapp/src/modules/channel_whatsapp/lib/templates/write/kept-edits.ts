import { randomUUIDv7 } from 'node:crypto'
import type { Author } from '@open-mercato/communication-channels/modules/communication_channels/lib/author'
import {
  type Db,
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

interface Edited {
  connectionId: string
  externalId: string
}

/** Keeps that Meta took an edit: what it changed need not be anything of which there are versions. */
export async function keepEdit(
  db: Db,
  { tenantId, organizationId }: Scope,
  { connectionId, externalId }: Edited,
  { statusBefore, author }: { statusBefore: string; author: Author | null },
): Promise<void> {
  await sql`
    insert into wa_template_edits
      (id, tenant_id, organization_id, connection_id, external_id, status_before, author_user_id, author_name, at)
    values (${randomUUIDv7()}, ${tenantId}, ${organizationId}, ${connectionId}, ${externalId},
            ${statusBefore.toUpperCase()}, ${author?.userId ?? null}, ${author?.name ?? null}, now())`.execute(
    db,
  )
}

/** When it was edited while it was approved; Meta counts no other edits. A template that is made anew has another id. */
export async function countedEdits(
  db: Db,
  { tenantId, organizationId }: Scope,
  { connectionId, externalId }: Edited,
): Promise<Date[]> {
  const { rows } = await sql<{ at: Timestamp }>`
    select at from wa_template_edits
    where tenant_id = ${tenantId} and organization_id = ${organizationId} and connection_id = ${connectionId}
      and external_id = ${externalId} and status_before = 'APPROVED' and at > now() - interval '31 days'`.execute(
    db,
  )
  return rows.map(({ at }) => toDate(at))
}
