import { sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { notFound } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { z } from 'zod'
import { selectNumbers } from '../../connections/connection-statements.ts'
import type { ProviderContext } from '../../provider-context.ts'
import { templateComponent } from '../component.ts'
import { editStanding } from '../write/edit-standing.ts'
import { accountNumber } from './list-accounts.ts'
import { type ManagedRecord, managedColumns, managedRow, viewManaged } from './managed-row.ts'
import { listQuality } from './quality.ts'
import { historyEntry, listHistory } from './template-history.ts'
import { categoryEffect, categoryEffectOf, formerCategoryIn, templateUse, usageOf } from './template-use.ts'
import { listVersions } from './versions.ts'

const form = {
  category: z.string(),
  parameterFormat: z.string(),
  components: z.array(templateComponent),
}
const time = z.iso.datetime()

export const templateDetail = z.object({
  template: managedRow.extend({
    ...form,
    ttlSeconds: z.int().nullable(),
    libraryTemplateName: z.string().nullable(),
    previousCategory: z.string().nullable(),
    externalId: z.string(),
    numbers: z.array(accountNumber),
  }),
  /** The newest first. */
  versions: z.array(
    z.object({
      number: z.int(),
      ...form,
      source: z.enum(['synced', 'submitted']),
      authorName: z.string().nullable(),
      seenAt: time,
    }),
  ),
  /** The oldest first. */
  quality: z.array(z.object({ score: z.string(), at: time })),
  history: z.array(historyEntry),
  edit: z.object({
    canEdit: z.boolean(),
    reason: z.string().nullable(),
    nextEditAt: time.nullable(),
    leftIn30Days: z.int().nullable(),
    canChangeCategory: z.boolean(),
    canDelete: z.boolean(),
    canArchive: z.boolean(),
    canUnarchive: z.boolean(),
    canUnpause: z.boolean(),
  }),
  usedBy: templateUse,
  categoryEffect: categoryEffect.nullable(),
})
export type TemplateDetail = z.infer<typeof templateDetail>

type Context = Pick<ProviderContext, 'db' | 'scope' | 'now'> & { encryption: TenantEncryptionService }

/** @throws ChannelError 404 */
export async function showTemplate(ctx: Context, id: string): Promise<TemplateDetail> {
  const { db, scope, now } = ctx
  const record = await requireManaged(ctx, id)
  const { connectionId, externalId } = record
  const numbers = await numbersOf(ctx, connectionId)
  const used = { ...record, channelIds: numbers.map(({ channelId }) => channelId) }
  const versions = await listVersions(db, scope, connectionId, record)
  const formerCategory = formerCategoryIn(versions, now)
  const [quality, history, edit, usedBy, effect] = await Promise.all([
    listQuality(db, scope, connectionId, externalId),
    listHistory(ctx, record),
    editStanding(db, scope, record, now),
    usageOf(db, scope, used, now),
    categoryEffectOf(db, scope, { ...used, formerCategory }, now),
  ])
  const { components, parameterFormat, ttlSeconds, libraryTemplateName, previousCategory } = record
  const { id: _, ...row } = viewManaged(record)
  return {
    template: {
      ...{ id, ...row, externalId, numbers },
      ...{ components, parameterFormat, ttlSeconds, libraryTemplateName, previousCategory },
    },
    versions: versions.map(({ seenAt, ...one }) => ({ ...one, seenAt: seenAt.toISOString() })),
    quality: quality.map(({ score, at }) => ({ score, at: at.toISOString() })),
    history,
    edit: { ...edit, nextEditAt: edit.nextEditAt?.toISOString() ?? null },
    usedBy,
    categoryEffect: effect,
  }
}

type DetailRecord = ManagedRecord & {
  parameterFormat: string
  ttlSeconds: number | null
  libraryTemplateName: string | null
  previousCategory: string | null
  externalId: string
}

/** @throws ChannelError 404 */
export async function requireManaged(
  { db, scope: { tenantId, organizationId } }: Pick<ProviderContext, 'db' | 'scope'>,
  id: string,
): Promise<DetailRecord> {
  const { rows } = await sql<DetailRecord>`
    select ${managedColumns}, t.parameter_format as "parameterFormat", t.message_send_ttl_seconds as "ttlSeconds",
           t.library_template_name as "libraryTemplateName", t.previous_category as "previousCategory",
           t.external_id as "externalId"
    from wa_templates t join wa_connections c on c.id = t.connection_id and c.deleted_at is null
    where t.id = ${id} and t.tenant_id = ${tenantId} and t.organization_id = ${organizationId}`.execute(db)
  if (!rows[0]) throw notFound('template')
  return rows[0]
}

export async function numbersOf(
  { db, scope }: Pick<ProviderContext, 'db' | 'scope'>,
  connectionId: string,
): Promise<z.infer<typeof accountNumber>[]> {
  const numbers = await selectNumbers(db, scope)
  return numbers
    .filter((one) => one.connectionId === connectionId)
    .map((one) => ({ channelId: one.channelId, phone: one.displayPhoneNumber, name: one.verifiedName }))
}
