import { randomUUIDv7 } from 'node:crypto'
import type { Author } from '@open-mercato/communication-channels/modules/communication_channels/lib/author'
import {
  type Db,
  sql,
  type Timestamp,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { StoredTemplate } from '../our-template.ts'
import type { DraftDefinition } from './written-definition.ts'

export interface DraftRow {
  id: string
  connectionId: string
  templateId: string | null
  name: string
  language: string
  category: DraftDefinition['category']
  parameterFormat: DraftDefinition['parameterFormat']
  components: DraftDefinition['components']
  ttlSeconds: number | null
  authorName: string | null
  updatedAt: Timestamp
}

const columns = sql`id, connection_id as "connectionId", template_id as "templateId", name, language, category,
  parameter_format as "parameterFormat", components, message_send_ttl_seconds as "ttlSeconds",
  author_name as "authorName", updated_at as "updatedAt"`

const ownedBy = ({ tenantId, organizationId }: Scope) =>
  sql`tenant_id = ${tenantId} and organization_id = ${organizationId}`

export async function selectDraft(db: Db, scope: Scope, id: string): Promise<DraftRow | null> {
  const { rows } = await sql<DraftRow>`
    select ${columns} from wa_template_drafts where id = ${id} and ${ownedBy(scope)}`.execute(db)
  return rows[0] ?? null
}

/** The edit of a template that somebody has begun. Holds the template, so that nobody begins another one meanwhile. */
export async function takeEditOf(
  db: Db,
  scope: Scope,
  { id, connectionId, name, language }: Pick<StoredTemplate, 'id' | 'connectionId' | 'name' | 'language'>,
): Promise<DraftRow | null> {
  await sql`select id from wa_templates where id = ${id} and ${ownedBy(scope)} for update`.execute(db)
  // The template may have been made anew since; an edit keeps its name.
  const { rows } = await sql<DraftRow>`
    update wa_template_drafts set template_id = ${id}
    where id = (
      select id from wa_template_drafts
      where ${ownedBy(scope)} and connection_id = ${connectionId} and template_id is not null
        and name = ${name} and language = ${language}
      order by created_at limit 1)
    returning ${columns}`.execute(db)
  return rows[0] ?? null
}

export interface NewDraft {
  connectionId: string
  templateId: string | null
  definition: DraftDefinition
  author: Author | null
}

export async function insertDraft(
  db: Db,
  { tenantId, organizationId }: Scope,
  { connectionId, templateId, definition, author }: NewDraft,
  now: Date,
): Promise<DraftRow> {
  const { name, language, category, parameterFormat, components, ttlSeconds } = definition
  const { rows } = await sql<DraftRow>`
    insert into wa_template_drafts
      (id, tenant_id, organization_id, connection_id, template_id, name, language, category, parameter_format,
       components, message_send_ttl_seconds, author_user_id, author_name, created_at, updated_at)
    values (${randomUUIDv7()}, ${tenantId}, ${organizationId}, ${connectionId}, ${templateId}, ${name}, ${language},
            ${category}, ${parameterFormat}, ${JSON.stringify(components)}::jsonb, ${ttlSeconds ?? null},
            ${author?.userId ?? null}, ${author?.name ?? null}, ${now}, ${now})
    returning ${columns}`.execute(db)
  return rows[0]!
}

/**
 * Each change has a time of its own, by which the next one says what it was made from.
 *
 * @returns null where the draft is another one than it was at `readAt`, or gone
 */
export async function updateDraft(
  db: Db,
  scope: Scope,
  id: string,
  {
    definition,
    templateId,
    author,
    readAt,
  }: Pick<NewDraft, 'definition' | 'templateId' | 'author'> & { readAt: Date },
  now: Date,
): Promise<DraftRow | null> {
  const { name, language, category, parameterFormat, components, ttlSeconds } = definition
  const { rows } = await sql<DraftRow>`
    update wa_template_drafts
    set template_id = ${templateId}, name = ${name}, language = ${language}, category = ${category}, parameter_format = ${parameterFormat},
        components = ${JSON.stringify(components)}::jsonb, message_send_ttl_seconds = ${ttlSeconds ?? null},
        author_user_id = ${author?.userId ?? null}, author_name = ${author?.name ?? null},
        updated_at = greatest(${now}::timestamptz, updated_at + interval '1 millisecond')
    where id = ${id} and ${ownedBy(scope)} and updated_at = ${readAt}
    returning ${columns}`.execute(db)
  return rows[0] ?? null
}

/**
 * @param unchangedSince only as it was then
 * @returns whether there was one
 */
export async function deleteDraft(
  db: Db,
  scope: Scope,
  id: string,
  unchangedSince: Timestamp | null = null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from wa_template_drafts
    where id = ${id} and ${ownedBy(scope)}
      and updated_at = coalesce(${unchangedSince}::timestamptz, updated_at)`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}
