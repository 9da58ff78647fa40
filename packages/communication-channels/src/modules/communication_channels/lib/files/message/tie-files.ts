import { type Db, sql } from '../../db.ts'
import { ChannelError } from '../../errors.ts'
import type { Scope } from '../../scope.ts'

/**
 * Ties files to a message that is being written down. Whoever wants to delete one of them waits until it is.
 *
 * @throws ChannelError 422 `content_invalid` where one was deleted meanwhile
 */
export async function tieFiles(
  db: Db,
  { tenantId, organizationId }: Scope,
  messageId: string,
  fileIds: string[],
): Promise<void> {
  const { rows } = await sql`
    select id from cc_media_files
    where id = any(${fileIds}::uuid[]) and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and state = 'stored'
    order by id for share`.execute(db)
  if (rows.length < fileIds.length) {
    throw new ChannelError(422, 'content_invalid', 'A file of this message was deleted.', 'Upload it again.')
  }
  await sql`
    insert into cc_message_files (message_id, file_id, tenant_id, organization_id)
    select ${messageId}, file_id, ${tenantId}, ${organizationId}
    from unnest(${fileIds}::uuid[]) as v (file_id)`.execute(db)
}
