import type { EntityManager } from '@mikro-orm/postgresql'
import type { CommandRuntimeContext } from '@open-mercato/shared/lib/commands'
import { databaseNow, dbOf } from '../db.ts'
import { fetchLink } from '../files/link/fetch-link.ts'
import { requireScope } from '../scope.ts'
import type { QueueContext } from './send-target.ts'

/** What messages are queued with, on behalf of whoever runs a command. */
export async function queueContext({ container, auth }: CommandRuntimeContext): Promise<QueueContext> {
  const em = container.resolve<EntityManager>('em')
  return {
    em,
    encryption: container.resolve('tenantEncryptionService'),
    resolve: (name) => container.resolve(name),
    scope: requireScope(auth),
    now: await databaseNow(dbOf(em.fork())),
    fetchLink: (link, maxBytes) => fetchLink(link, maxBytes),
  }
}
