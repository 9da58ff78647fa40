import type { HubContext } from '../hub-context.ts'
import type { BatchReader } from './batch-view.ts'

export function batchReader({ db, encryption, container, scope, now }: HubContext): BatchReader {
  return { db, encryption, resolve: (name) => container.resolve(name), scope, now }
}
