import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { ConnectionRow } from '../../connections/connection-statements.ts'
import { lockConnection } from '../../connections/lock-connection.ts'
import type { GraphAccess } from '../../credentials.ts'
import { callGraph } from '../../graph/graph-client.ts'
import { GraphError } from '../../graph/graph-error.ts'
import { type GraphTemplate, readTemplate } from '../../graph/list-templates.ts'
import type { ProviderContext } from '../../provider-context.ts'
import { removeTemplate } from '../store/remove-templates.ts'
import { upsertTemplates } from '../store/upsert-templates.ts'
import { endReread, type HeldReread } from './hold-reread.ts'
import { requireSameAccount } from './same-account.ts'

/** `readGraphError`: the object does not exist, or this token may not see it. */
const NOT_THERE = 33

/** Reads one template as it is at Meta and keeps it; one that is not there any more goes. */
export async function rereadTemplate(
  { em, now }: ProviderContext,
  connection: ConnectionRow,
  access: GraphAccess,
  held: HeldReread,
): Promise<void> {
  const { scope, connectionId, externalId } = held
  const template = await readIfThere(access, connection.businessAccountId, externalId)
  await em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    await lockConnection(db, scope, connectionId)
    await requireSameAccount(db, scope, connection)
    if (template) await upsertTemplates(db, scope, connectionId, [template], now)
    else await removeTemplate(db, scope, connectionId, externalId, now)
    await endReread(db, held)
  })
}

/** Graph says the same of a template that is gone and of a token that lost its account: only the first of them removes it. */
async function readIfThere(
  access: GraphAccess,
  businessAccountId: string,
  externalId: string,
): Promise<GraphTemplate | null> {
  try {
    return await readTemplate(access, externalId)
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== NOT_THERE) throw error
    await callGraph(access, 'GET', `${businessAccountId}?fields=id`)
    return null
  }
}
