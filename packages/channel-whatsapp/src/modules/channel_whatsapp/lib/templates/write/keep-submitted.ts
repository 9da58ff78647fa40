import { dbOf, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { notFound } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { lockConnection } from '../../connections/lock-connection.ts'
import type { GraphTemplate } from '../../graph/list-templates.ts'
import type { ProviderContext } from '../../provider-context.ts'
import { upsertTemplates } from '../store/upsert-templates.ts'
import { tellTemplatesChanged } from '../templates-changed.ts'
import { type DraftRow, deleteDraft } from './drafts/draft-statements.ts'
import { keepOwnVersion } from './keep-own-version.ts'
import { keepEdit } from './kept-edits.ts'
import { writerOf } from './writer-of.ts'

export interface KeptTemplate {
  id: string
  status: string
  category: string
}

/** Of somebody who wrote on meanwhile nothing is lost: their draft is another one by then. */
export type SubmittedDraft = Pick<DraftRow, 'id' | 'updatedAt'>

export interface Submission {
  connectionId: string
  template: GraphTemplate
  /** When Meta was asked; what a webhook told since counts. */
  askedAt: Date
  /** What it was written as; gone once it is a template. */
  draft: SubmittedDraft | null
  /** Of a template that Meta had already. */
  statusBefore?: string
}

/**
 * Keeps what Meta took, with who wrote it, in place of its draft.
 *
 * @throws ChannelError 404 where it was deleted at Meta since: a deletion that was told of later is kept.
 */
export async function keepSubmitted(ctx: ProviderContext, submission: Submission): Promise<KeptTemplate> {
  const { scope } = ctx
  const { connectionId, template, askedAt, draft, statusBefore } = submission
  const author = await writerOf(ctx)
  const kept = await ctx.em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    await lockConnection(db, scope, connectionId)
    await keepOwnVersion(db, scope, connectionId, template, { author, askedAt })
    if (statusBefore !== undefined) {
      await keepEdit(db, scope, { connectionId, externalId: template.id }, { statusBefore, author })
    }
    await upsertTemplates(db, scope, connectionId, [template], askedAt)
    if (draft) await deleteDraft(db, scope, draft.id, draft.updatedAt)
    const { rows } = await sql<KeptTemplate>`
      select id, status, category from wa_templates
      where connection_id = ${connectionId} and tenant_id = ${scope.tenantId}
        and organization_id = ${scope.organizationId}
        and name = ${template.name} and language = ${template.language}`.execute(db)
    return rows[0] ?? null
  })
  await tellTemplatesChanged(scope, connectionId)
  if (!kept) throw notFound('template')
  return kept
}
