import { databaseNow } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { knownProblem } from '../../errors/known-problem.ts'
import { createTemplate } from '../../graph/manage-templates.ts'
import { askMeta, type OurConnection } from '../../numbers/our-number.ts'
import type { ProviderContext } from '../../provider-context.ts'
import type { TemplateDefinition } from '../definition/definition.ts'
import { checkedDefinition } from './checked-definition.ts'
import { createOrFind } from './create-or-find.ts'
import { graphTemplateOf } from './graph-template-of.ts'
import { isWritten } from './is-written.ts'
import { type KeptTemplate, keepSubmitted, type SubmittedDraft } from './keep-submitted.ts'
import { nameStanding, roomForTemplates } from './name-standing.ts'
import { templateFailure } from './template-failure.ts'

/**
 * Gives Meta a new template. What Meta would refuse is refused before anything leaves.
 *
 * @param how `draft` is what it was written as; it stays unless Meta takes the template
 * @throws ChannelError 422 `template_refused` with the fields, `template_limit_reached` and what Meta says otherwise;
 * 503 `template_outcome_unknown` where Meta may have it
 */
export async function submitNew(
  ctx: ProviderContext,
  ours: OurConnection,
  written: TemplateDefinition,
  { draft = null, isReadLater = false }: { draft?: SubmittedDraft | null; isReadLater?: boolean } = {},
): Promise<KeptTemplate> {
  const { db, scope } = ctx
  const connectionId = ours.connection.id
  const definition = checkedDefinition(written, await nameStanding(db, scope, connectionId, written))
  await requireRoom(ctx, connectionId)
  const askedAt = await databaseNow(db)
  const template = await askMeta(
    ctx,
    ours,
    () =>
      createOrFind(ctx, ours, {
        ...{ name: definition.name, language: definition.language },
        create: () => createTemplate(ours.access, ours.connection.businessAccountId, definition),
        asGiven: (submitted) => graphTemplateOf(definition, submitted),
        isOurs: (found) => isWritten(found, definition),
        isReadLater,
      }),
    (failure) => templateFailure(failure, definition),
  )
  return keepSubmitted(ctx, { connectionId, template, askedAt, draft })
}

/** @throws ChannelError 422 `template_limit_reached` */
export async function requireRoom({ db, scope }: ProviderContext, connectionId: string): Promise<void> {
  const { count, limit } = await roomForTemplates(db, scope, connectionId)
  if (limit !== null && count >= limit) throw knownProblem('template_limit_reached')
}
