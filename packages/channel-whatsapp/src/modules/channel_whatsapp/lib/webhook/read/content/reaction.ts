import type { ReactionContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/companions'
import { z } from 'zod'
import { metaId, told } from '../meta-values.ts'

const reaction = z.object({ message_id: metaId, emoji: told })

/** A reaction is taken back by one with an empty emoji, or with none. */
export function readReaction(part: unknown): ReactionContent | null {
  const { data } = reaction.safeParse(part)
  return data ? { type: 'reaction', targetExternalId: data.message_id, emoji: data.emoji ?? null } : null
}
