import type { OutboundContent } from '../../content/message-content.ts'
import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import { templateNamed } from '../store-message.ts'

/**
 * From now on these messages are the templates that were kept with their words. Before they begin, so that nothing leaves
 * that is not on record; who dies in between leaves a template behind, which may leave at any time.
 */
export async function takeTemplates(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  taken: { id: string; content: OutboundContent }[],
): Promise<void> {
  if (taken.length === 0) return
  const sealed = await Promise.all(
    taken.map(async ({ content }) => {
      const payload = { content: JSON.stringify(content) }
      const entity = 'communication_channels:external_message'
      return (await encryption.encryptEntityPayload(entity, payload, tenantId, organizationId)).content
    }),
  )
  const ids = taken.map(({ id }) => id)
  const named = taken.map(({ content }) => templateNamed(content))
  await sql`
    update cc_external_messages m set content = t.content, content_type = 'template', template_content = null,
      template_name = t.name, template_language = t.language
    from unnest(${ids}::uuid[], ${sealed}::text[], ${named.map(({ templateName }) => templateName)}::text[],
                ${named.map(({ templateLanguage }) => templateLanguage)}::text[]) as t (id, content, name, language)
    where m.id = t.id and m.id in (
      select id from cc_external_messages
      where id = any(${ids}::uuid[]) and tenant_id = ${tenantId} and organization_id = ${organizationId}
        and status = 'queued' order by id for update)`.execute(db)
}
