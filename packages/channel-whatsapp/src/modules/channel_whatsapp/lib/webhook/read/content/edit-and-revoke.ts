import type {
  EditContent,
  RevokeContent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/companions'
import { MEDIA_TYPES } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/media'
import { z } from 'zod'
import { isShallow, metaId } from '../meta-values.ts'
import { changedMediaReader } from './media.ts'
import { readText } from './text.ts'
import { readUnsupported } from './unsupported.ts'

const edit = z.object({
  original_message_id: metaId,
  message: z.looseObject({ type: z.string().min(1).max(100) }),
})

const EDITED = new Map<string, (part: unknown) => EditContent['content'] | null>([
  ['text', readText],
  ...MEDIA_TYPES.map((type) => [type, changedMediaReader(type)] as const),
])

export function readEdit(part: unknown): EditContent | null {
  const { data } = edit.safeParse(part)
  if (!data || !isShallow(data)) return null
  const { message, original_message_id: targetExternalId } = data
  const content = EDITED.get(message.type)?.(message[message.type])
  return { type: 'edit', targetExternalId, content: content ?? readUnsupported(message.type, message, null) }
}

const revoke = z.object({ original_message_id: metaId })

export function readRevoke(part: unknown): RevokeContent | null {
  const { data } = revoke.safeParse(part)
  return data ? { type: 'revoke', targetExternalId: data.original_message_id } : null
}
