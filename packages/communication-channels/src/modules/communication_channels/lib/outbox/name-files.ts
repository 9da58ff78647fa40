import type { SendOutcome } from '../adapter/send-content.ts'
import type { OutboundContent } from '../content/message-content.ts'
import type { Db } from '../db.ts'
import { mediaPlaces, replaceMedia } from '../files/message/media-places.ts'
import { namesOfUploads } from '../files/upload/upload-statements.ts'
import type { Scope } from '../scope.ts'

export interface NamedFiles {
  content: OutboundContent
  /** The provider's id of each file of ours. */
  names: Map<string, string>
}

/** A message as the provider takes it: with its own ids in place of ours. Null where it does not have every file. */
export async function nameFiles(
  db: Db,
  scope: Scope,
  channelId: string,
  content: OutboundContent,
  now: Date,
): Promise<NamedFiles | null> {
  const fileIds = fileIdsOf(content)
  if (fileIds.length === 0) return { content, names: new Map() }
  const names = await namesOfUploads(db, scope, channelId, fileIds, now)
  if (names.size < fileIds.length) return null
  const named = replaceMedia(content, ({ source }) => ({
    media: 'fileId' in source ? { id: names.get(source.fileId)! } : source,
  }))
  return { content: named, names }
}

/** What left is kept with our ids again, by which its files are shown. */
export function withOwnFiles(outcome: SendOutcome, names: Map<string, string>): SendOutcome {
  if (outcome.outcome !== 'sent' || !outcome.content) return outcome
  const own = new Map([...names].map(([fileId, id]) => [id, fileId]))
  const content = replaceMedia(outcome.content, ({ source }) => {
    const fileId = 'id' in source ? own.get(source.id) : undefined
    return { media: fileId === undefined ? source : { fileId } }
  })
  return { ...outcome, content }
}

export function fileIdsOf(content: OutboundContent): string[] {
  return [
    ...new Set(mediaPlaces(content).flatMap(({ source }) => ('fileId' in source ? [source.fileId] : []))),
  ]
}
