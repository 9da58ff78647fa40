import { databaseNow, dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { lockConnection } from '../../../connections/lock-connection.ts'
import { GraphError } from '../../../graph/graph-error.ts'
import { type GraphTemplate, readTemplate } from '../../../graph/list-templates.ts'
import type { OurConnection } from '../../../numbers/our-number.ts'
import type { ProviderContext } from '../../../provider-context.ts'
import { removeTemplate } from '../../store/remove-templates.ts'
import { upsertTemplates } from '../../store/upsert-templates.ts'
import { askForRereads } from '../../sync/ask-for-rereads.ts'
import { requireSameAccount } from '../../sync/same-account.ts'
import { namedAtMeta } from '../named-at-meta.ts'
import type { StoredTemplate } from '../our-template.ts'

/** `readGraphError`: the object does not exist. */
const NOT_THERE = 33

/**
 * Keeps a template, or all languages of a name, as Meta has them after something was done to them. That Meta cannot be
 * asked for the moment changes nothing about what was done: they are read later.
 */
export async function keepAnew(
  ctx: ProviderContext,
  ours: OurConnection,
  templates: StoredTemplate[],
): Promise<void> {
  const { scope } = ctx
  const connectionId = ours.connection.id
  const askedAt = await databaseNow(ctx.db)
  let found: GraphTemplate[]
  try {
    found = await readAll(ours, templates)
  } catch {
    const ids = templates.map(({ externalId }) => externalId)
    await askForRereads(ctx.db, scope, connectionId, ids)
    return
  }
  const there = new Set(found.map(({ id }) => id))
  await ctx.em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    await lockConnection(db, scope, connectionId)
    await requireSameAccount(db, scope, ours.connection)
    await upsertTemplates(db, scope, connectionId, found, askedAt)
    for (const { externalId } of templates) {
      if (!there.has(externalId)) await removeTemplate(db, scope, connectionId, externalId, askedAt)
    }
  })
}

/** With one question, however many languages there are. */
async function readAll(ours: OurConnection, templates: StoredTemplate[]): Promise<GraphTemplate[]> {
  const [{ externalId, name }, ...others] = templates as [StoredTemplate, ...StoredTemplate[]]
  if (others.length > 0) return allNamed(ours, name)
  try {
    return [await readTemplate(ours.access, externalId)]
  } catch (failure) {
    if (failure instanceof GraphError && failure.code === NOT_THERE) return []
    throw failure
  }
}

async function allNamed(ours: OurConnection, name: string): Promise<GraphTemplate[]> {
  const found: GraphTemplate[] = []
  for await (const one of namedAtMeta(ours, { name })) found.push(one)
  return found
}
