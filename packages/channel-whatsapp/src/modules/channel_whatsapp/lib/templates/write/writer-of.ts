import {
  type Author,
  authorOf,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/author'
import type { ProviderContext } from '../../provider-context.ts'

/** Who writes, with the name that colleagues know; null where it is no person. */
export function writerOf({ em, scope, auth }: ProviderContext): Promise<Author | null> {
  return authorOf(em, scope, auth?.userId ?? auth?.sub ?? null)
}
