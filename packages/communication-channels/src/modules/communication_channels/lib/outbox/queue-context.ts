import type { EntityManager } from '@mikro-orm/postgresql'
import type { CommandRuntimeContext } from '@open-mercato/shared/lib/commands'
import { fetchLink } from '../files/link/fetch-link.ts'
import { requireScope } from '../scope.ts'
import type { QueueContext } from './send-target.ts'

/** What messages are queued with, on behalf of whoever runs a command. */
export function queueContext({ container, auth }: CommandRuntimeContext): QueueContext {
  return {
    em: container.resolve<EntityManager>('em'),
    encryption: container.resolve('tenantEncryptionService'),
    resolve: (name) => container.resolve(name),
    scope: requireScope(auth),
    now: new Date(),
    fetchLink: (link, maxBytes) => fetchLink(link, maxBytes),
  }
}
