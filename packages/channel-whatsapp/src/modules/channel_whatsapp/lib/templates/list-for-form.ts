import type { z } from 'zod'
import type { templateListQuery } from '../../data/validators.ts'
import type { ProviderContext } from '../provider-context.ts'
import { connectionOfChannel } from './connection-of-channel.ts'
import { findMappings } from './mapping/mapping-statements.ts'
import { unsupportedPart } from './template-needs.ts'
import { listChannelTemplates } from './template-statements.ts'
import { type TemplateView, viewTemplate } from './template-view.ts'

/** The templates of a number as the form needs them that fills them in. */
export async function listForForm(
  { db, scope }: ProviderContext,
  { channelId, status }: z.infer<typeof templateListQuery>,
): Promise<TemplateView[]> {
  const connectionId = await connectionOfChannel(db, scope, channelId)
  if (!connectionId) return []
  const [templates, mappings] = await Promise.all([
    listChannelTemplates(db, scope, channelId, status === 'approved'),
    findMappings(db, scope, [connectionId]),
  ])
  const byName = new Map(mappings.map(({ name, mapping }) => [name, mapping]))
  return templates
    .filter((template) => status === 'all' || unsupportedPart(template) === null)
    .map((template) => viewTemplate(template, byName.get(template.name)))
}
