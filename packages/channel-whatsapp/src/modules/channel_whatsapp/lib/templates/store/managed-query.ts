import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { z } from 'zod'
import { writtenText } from '../definition/written-text.ts'

const word = writtenText(64).trim().optional()

export const managedQuery = z.object({
  connectionId: z.uuid().optional(),
  /** Meta's word, or DRAFT. */
  status: word,
  category: word,
  language: word,
  quality: word,
  /** In the name and the text of the body. */
  search: writtenText(200).trim().optional(),
  cursor: z.string().max(4000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type ManagedQuery = z.infer<typeof managedQuery>

const cursor = z.tuple([writtenText(512), writtenText(64), z.uuid()])
type Key = { name: string; language: string; id: string }

export function encodeKey({ name, language, id }: Key): string {
  return Buffer.from(JSON.stringify([name, language, id])).toString('base64url')
}

/** @throws a 400 for anything that was not made by `encodeKey` */
export function decodeKey(text: string): Key {
  try {
    const [name, language, id] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { name, language, id }
  } catch {
    const action = 'Start again from the first page.'
    throw new ChannelError(400, 'invalid_cursor', 'This page does not exist.', action)
  }
}
