import { databaseNow, dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { lockConnection } from '../../../connections/lock-connection.ts'
import { GraphError } from '../../../graph/graph-error.ts'
import { type GraphTemplate, readTemplate } from '../../../graph/list-templates.ts'
import type { OurConnection } from '../../../numbers/our-number.ts'
import type { ProviderContext } from '../../../provider-context.ts'
import { removeTemplate } from '../../store/remove-templates.ts'
import { upsertTemplates } from '../../store/upsert-templates.ts'
import { askForRereads } from '../../sync/ask-for-rereads.ts'
import type { StoredTemplate } from '../our-template.ts'

/** `readGraphError`: the object does not exist. */
const NOT_THERE = 33

/**
 * Keeps a template as Meta has it after something was done to it. That Meta cannot be asked for the moment changes nothing
 * about what was done: it is read later.
 */
export async function keepAnew(
  ctx: ProviderContext,
  { access }: OurConnection,
  { externalId, connectionId }: StoredTemplate,
): Promise<void> {
  const { scope } = ctx
  const askedAt = await databaseNow(ctx.db)
  let template: GraphTemplate | null
  try {
    template = await readTemplate(access, externalId)
  } catch (failure) {
    if (!(failure instanceof GraphError) || failure.code !== NOT_THERE) {
      await askForRereads(ctx.db, scope, connectionId, [externalId])
      return
    }
    template = null
  }
  await ctx.em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    await lockConnection(db, scope, connectionId)
    if (template) await upsertTemplates(db, scope, connectionId, [template], askedAt)
    else await removeTemplate(db, scope, connectionId, externalId, askedAt)
  })
}
