import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { inWords } from '../../errors/describe-error.ts'
import type { GraphTemplate } from '../../graph/list-templates.ts'
import { sendFailure } from '../../graph/send-failure.ts'
import type { OurConnection } from '../../numbers/our-number.ts'
import type { ProviderContext } from '../../provider-context.ts'
import { askForSync } from '../sync/ask-for-sync.ts'
import { namedAtMeta } from './named-at-meta.ts'

/** Whether Meta may have done what it was asked although it did not say so. */
export function mayBeDone(failure: unknown): boolean {
  return sendFailure(failure).outcome === 'unknown'
}

/** What Meta has by that name, asked once; null also where it cannot be asked. */
export async function findAtMeta(
  ours: OurConnection,
  wish: { name: string; language: string },
): Promise<GraphTemplate | null> {
  try {
    for await (const found of namedAtMeta(ours, wish)) return found
  } catch {
    return null
  }
  return null
}

/** Nobody knows, so that a person has to look; what Meta has is read anew meanwhile. */
export async function outcomeUnknown(
  { db, scope, now }: Pick<ProviderContext, 'db' | 'scope' | 'now'>,
  { connection }: OurConnection,
): Promise<ChannelError> {
  await askForSync(db, scope, connection.id, 'person', now)
  const { message, action } = inWords('template_outcome_unknown', null, null)
  return new ChannelError(503, 'template_outcome_unknown', message, action)
}
