import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { z } from 'zod'
import { inWords } from '../../../errors/describe-error.ts'
import { archiveTemplate } from '../../../graph/archive-templates.ts'
import { deleteTemplate, unpauseTemplate } from '../../../graph/manage-templates.ts'
import { askMeta, type OurConnection, ourConnection } from '../../../numbers/our-number.ts'
import type { ProviderContext } from '../../../provider-context.ts'
import type { EditRules } from '../../definition/edit-rules.ts'
import { askForRereads } from '../../sync/ask-for-rereads.ts'
import { tellTemplatesChanged } from '../../templates-changed.ts'
import { editStanding } from '../edit-standing.ts'
import { ourTemplate, type StoredTemplate, templatesNamed } from '../our-template.ts'
import { changeFailure } from '../template-failure.ts'
import { keepAnew } from './keep-anew.ts'

export const TEMPLATE_ACTIONS = ['delete', 'delete_all_languages', 'archive', 'unarchive', 'unpause'] as const
export type TemplateAction = (typeof TEMPLATE_ACTIONS)[number]

/** What can be done to a template at Meta. */
export const templateAction = z.strictObject({ action: z.enum(TEMPLATE_ACTIONS) })

const NEEDS: Record<TemplateAction, keyof EditRules> = {
  delete: 'canDelete',
  delete_all_languages: 'canDelete',
  archive: 'canArchive',
  unarchive: 'canUnarchive',
  unpause: 'canUnpause',
}

/**
 * Does it at Meta, and keeps what Meta says of the template afterwards: a deleted one may stay for a while, until what is
 * under way has arrived.
 *
 * @throws ChannelError 404; 422 `template_action_refused` where its status does not let it be done; 422 and 503 with what
 * Meta said
 */
export async function actOnTemplate(ctx: ProviderContext, id: string, action: TemplateAction): Promise<void> {
  const template = await ourTemplate(ctx, id)
  const affected = action === 'delete_all_languages' ? await allLanguagesOf(ctx, template) : [template]
  for (const one of affected) await requirePermitted(ctx, one, action)
  const ours = await ourConnection(ctx, template.connectionId)
  await askMeta(ctx, ours, () => actOrReread(ctx, ours, template, action, affected), changeFailure)
  await keepAnew(ctx, ours, affected)
  await tellTemplatesChanged(ctx.scope, template.connectionId)
}

function allLanguagesOf(
  { db, scope }: ProviderContext,
  { connectionId, name }: StoredTemplate,
): Promise<StoredTemplate[]> {
  return templatesNamed(db, scope, connectionId, name)
}

async function requirePermitted(
  { db, scope, now }: ProviderContext,
  template: StoredTemplate,
  action: TemplateAction,
): Promise<void> {
  const rules = await editStanding(db, scope, template, now)
  if (rules[NEEDS[action]]) return
  const { message, action: advice } = inWords('template_action_refused', null, null)
  const { status, language } = template
  throw new ChannelError(422, 'template_action_refused', message, advice, { status, language })
}

/** Where Meta refuses, or may have done it without saying so, the store may not know how the template stands. */
async function actOrReread(
  { db, scope }: ProviderContext,
  ours: OurConnection,
  template: StoredTemplate,
  action: TemplateAction,
  affected: StoredTemplate[],
): Promise<void> {
  try {
    await act(ours, template, action)
  } catch (failure) {
    const ids = affected.map(({ externalId }) => externalId)
    await askForRereads(db, scope, template.connectionId, ids)
    throw failure
  }
}

function act(
  { access, connection: { businessAccountId } }: OurConnection,
  { externalId, name }: StoredTemplate,
  action: TemplateAction,
): Promise<void> {
  switch (action) {
    case 'delete':
      return deleteTemplate(access, businessAccountId, { name, templateId: externalId })
    case 'delete_all_languages':
      return deleteTemplate(access, businessAccountId, { name, templateId: null })
    case 'archive':
    case 'unarchive':
      return archiveTemplate(access, businessAccountId, action, externalId)
    case 'unpause':
      return unpauseTemplate(access, externalId)
  }
}
