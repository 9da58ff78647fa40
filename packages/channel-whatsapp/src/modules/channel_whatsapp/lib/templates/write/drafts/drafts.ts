import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import {
  ChannelError,
  notFound,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { requireConnection } from '../../../connections/save-connection.ts'
import { inWords } from '../../../errors/describe-error.ts'
import type { ProviderContext } from '../../../provider-context.ts'
import { editStanding } from '../edit-standing.ts'
import { findTemplateNamed, ourTemplate, type StoredTemplate } from '../our-template.ts'
import { writerOf } from '../writer-of.ts'
import { definitionOfTemplate } from './definition-of-template.ts'
import { type Draft, draftOf } from './draft.ts'
import {
  type DraftRow,
  deleteDraft,
  insertDraft,
  selectDraft,
  takeEditOf,
  updateDraft,
} from './draft-statements.ts'
import type { DraftDefinition } from './written-definition.ts'

/**
 * Begins a template, or the edit of one. Of a template there is one edit at a time: whoever begins another one gets that.
 *
 * @throws ChannelError 404; 409 `draft_changed` where what was written would be lost for the edit that there is; 422
 * `template_not_writable`
 */
export async function saveDraft(
  ctx: ProviderContext,
  wish: {
    connectionId: string
    templateId?: string | null | undefined
    definition?: DraftDefinition | undefined
  },
): Promise<Draft> {
  const { connectionId, templateId = null } = wish
  await requireConnection(ctx, connectionId)
  const template = templateId === null ? null : await templateOf(ctx, connectionId, templateId)
  const author = await writerOf(ctx)
  const row = await ctx.em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    const begun = template && (await takeEditOf(db, ctx.scope, template))
    if (begun && wish.definition) throw draftChanged()
    if (begun) return begun
    const definition = wish.definition ?? (template && definitionOfTemplate(template))
    if (!definition) throw new Error('A new draft needs a definition.')
    const draft = { connectionId, templateId, definition: asNamed(definition, template), author }
    return insertDraft(db, ctx.scope, draft, ctx.now)
  })
  return viewDraft(ctx, row)
}

/** @throws ChannelError 404; 409 `draft_changed` where somebody else wrote at it since */
export async function changeDraft(
  ctx: ProviderContext,
  id: string,
  { definition, updatedAt }: { definition: DraftDefinition; updatedAt: string },
): Promise<Draft> {
  const before = await requireDraft(ctx, id)
  const template = await editedTemplate(ctx, before)
  const change = {
    definition: asNamed(definition, template),
    templateId: template?.id ?? templateIdOf(before, definition),
    author: await writerOf(ctx),
    readAt: new Date(updatedAt),
  }
  const row = await updateDraft(ctx.db, ctx.scope, id, change, ctx.now)
  if (!row) throw draftChanged()
  return viewDraft(ctx, row)
}

export async function showDraft(ctx: ProviderContext, id: string): Promise<Draft> {
  return viewDraft(ctx, await requireDraft(ctx, id))
}

export async function removeDraft(ctx: ProviderContext, id: string): Promise<void> {
  if (!(await deleteDraft(ctx.db, ctx.scope, id))) throw notFound('draft')
}

/** @throws ChannelError 404 */
export async function requireDraft({ db, scope }: ProviderContext, id: string): Promise<DraftRow> {
  const row = await selectDraft(db, scope, id)
  if (!row) throw notFound('draft')
  return row
}

async function viewDraft(ctx: ProviderContext, row: DraftRow): Promise<Draft> {
  const template = await editedTemplate(ctx, row)
  const edit = template && (await editStanding(ctx.db, ctx.scope, template, ctx.now))
  return draftOf(row, template?.id ?? null, edit)
}

async function templateOf(ctx: ProviderContext, connectionId: string, id: string): Promise<StoredTemplate> {
  const template = await ourTemplate(ctx, id)
  if (template.connectionId !== connectionId) throw notFound('template')
  return template
}

/** Null for a new one, and where Meta has taken it away since the edit was begun and not made it anew. */
export async function editedTemplate(ctx: ProviderContext, draft: DraftRow): Promise<StoredTemplate | null> {
  return draft.templateId === null ? null : findTemplateNamed(ctx, draft)
}

/** The edit of a template that is gone is a new one once it has another name. */
function templateIdOf({ templateId, name, language }: DraftRow, written: DraftDefinition): string | null {
  return written.name === name && written.language === language ? templateId : null
}

/** A template keeps its name and its language for good. */
function asNamed(definition: DraftDefinition, template: StoredTemplate | null): DraftDefinition {
  return template ? { ...definition, name: template.name, language: template.language } : definition
}

function draftChanged(): ChannelError {
  const { message, action } = inWords('draft_changed', null, null)
  return new ChannelError(409, 'draft_changed', message, action)
}
