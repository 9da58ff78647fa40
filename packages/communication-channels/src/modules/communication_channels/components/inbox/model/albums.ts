import { pictureAddress } from './file.ts'
import type { Message } from './message.ts'
import type { InboxEntry } from './threadEntries.ts'
import type { ThreadRow } from './threadRows.ts'
import { tickOf } from './tick.ts'
import { notedWait } from './waits.ts'

type EntryRow = Extract<ThreadRow<InboxEntry>, { kind: 'entry' }>
export type MessageRow = EntryRow & { entry: Extract<InboxEntry, { kind: 'message' }> }
/** Pictures that were sent in one go, each still a message of its own. At least two. */
export type AlbumRow = { kind: 'album'; key: string; rows: MessageRow[] }

const longestGap = 60_000

/** Puts pictures that one sender sent one right after the other into albums. */
export function withAlbums(rows: ThreadRow<InboxEntry>[]): (ThreadRow<InboxEntry> | AlbumRow)[] {
  const laid: (ThreadRow<InboxEntry> | AlbumRow)[] = []
  for (const row of rows) {
    const last = laid.at(-1)
    const before = last?.kind === 'album' ? last.rows.at(-1) : last
    if (!isLonePicture(row) || !isLonePicture(before) || row.startsGroup || gap(before, row) > longestGap) {
      laid.push(row)
    } else if (last?.kind === 'album') last.rows.push(row)
    else laid.splice(-1, 1, { kind: 'album', key: before.key, rows: [before, row] })
  }
  return laid
}

function gap(earlier: MessageRow, later: MessageRow): number {
  return Date.parse(later.entry.at) - Date.parse(earlier.entry.at)
}

/** A picture and nothing besides: whatever else is to be said of a message needs a bubble of its own. */
function isLonePicture(row: ThreadRow<InboxEntry> | undefined): row is MessageRow {
  return row?.kind === 'entry' && row.entry.kind === 'message' && saysNothingElse(row.entry.message)
}

function saysNothingElse(message: Message): boolean {
  const { content, context, replyTo, reactions, editedAt, hold, status, files } = message
  const { settlement, resendOf, lane } = message
  if (content.type !== 'image' || content.caption || content.isAnimated) return false
  const file = files.find(({ id }) => id === content.media.fileId)
  const tick = tickOf(status)
  const isTold = replyTo || editedAt || hold || reactions.length > 0 || Object.keys(context).length > 0
  const hasStory = settlement || resendOf || lane === 'bulk' || notedWait(message)
  const isDoubtful = tick === 'failed' || tick === 'unknown' || tick === 'cancelled'
  return !isTold && !hasStory && !isDoubtful && file?.state === 'stored' && pictureAddress(file) !== null
}

const order = ['waiting', 'sent', 'delivered', 'read']

/** The one that has got least far, of several that went out together; of received ones the last. */
export function slowest(messages: Message[]): Message {
  const rank = ({ status }: Message) => order.indexOf(tickOf(status) ?? 'read')
  return messages.reduce((least, one) => (rank(one) <= rank(least) ? one : least))
}
