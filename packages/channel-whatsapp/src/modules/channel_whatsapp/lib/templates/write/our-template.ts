import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { notFound } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { ProviderContext } from '../../provider-context.ts'
import type { TemplateComponent } from '../component.ts'

/** A template as the store has it, with Meta's id. */
export interface StoredTemplate {
  id: string
  connectionId: string
  externalId: string
  name: string
  language: string
  category: string
  status: string
  parameterFormat: string
  components: TemplateComponent[]
  ttlSeconds: number | null
}

const columns = sql`id, connection_id as "connectionId", external_id as "externalId", name, language, category, status,
  parameter_format as "parameterFormat", components, message_send_ttl_seconds as "ttlSeconds"`

async function findOurTemplate(
  { db, scope }: Pick<ProviderContext, 'db' | 'scope'>,
  id: string,
): Promise<StoredTemplate | null> {
  const { rows } = await sql<StoredTemplate>`
    select ${columns} from wa_templates
    where id = ${id} and tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** @throws ChannelError 404 */
export async function ourTemplate(
  ctx: Pick<ProviderContext, 'db' | 'scope'>,
  id: string,
): Promise<StoredTemplate> {
  const template = await findOurTemplate(ctx, id)
  if (!template) throw notFound('template')
  return template
}

export async function findTemplateNamed(
  { db, scope }: Pick<ProviderContext, 'db' | 'scope'>,
  { connectionId, name, language }: Pick<StoredTemplate, 'connectionId' | 'name' | 'language'>,
): Promise<StoredTemplate | null> {
  const languages = await templatesNamed(db, scope, connectionId, name)
  return languages.find((one) => one.language === language) ?? null
}

/** All languages of a name. */
export async function templatesNamed(
  db: Db,
  scope: Scope,
  connectionId: string,
  name: string,
): Promise<StoredTemplate[]> {
  const { rows } = await sql<StoredTemplate>`
    select ${columns} from wa_templates
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      and connection_id = ${connectionId} and name = ${name}
    order by language`.execute(db)
  return rows
}
