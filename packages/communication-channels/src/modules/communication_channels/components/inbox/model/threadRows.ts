export type ThreadEntry = {
  key: string
  direction: 'inbound' | 'outbound'
  authorId: string | null
  /** A line about the conversation, said by nobody in it. */
  isNotice: boolean
  at: string
}

export type ThreadRow<Entry extends ThreadEntry> =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'entry'; key: string; entry: Entry; startsGroup: boolean; endsGroup: boolean }

const groupGap = 5 * 60_000

/**
 * Lays out messages (oldest first) under day separators, and says where a group of the same sender starts and ends.
 * Days are the reader's own: two messages around midnight stand under two days wherever the server is.
 */
export function threadRows<Entry extends ThreadEntry>(entries: Entry[]): ThreadRow<Entry>[] {
  const rows: ThreadRow<Entry>[] = []
  entries.forEach((entry, index) => {
    const previous = entries[index - 1]
    const next = entries[index + 1]
    if (!previous || dayOf(previous.at) !== dayOf(entry.at)) {
      rows.push({ kind: 'day', key: `day:${dayOf(entry.at)}:${entry.key}`, at: entry.at })
    }
    rows.push({
      kind: 'entry',
      key: entry.key,
      entry,
      startsGroup: !previous || !belongTogether(previous, entry),
      endsGroup: !next || !belongTogether(entry, next),
    })
  })
  return rows
}

function belongTogether(earlier: ThreadEntry, later: ThreadEntry): boolean {
  return (
    !earlier.isNotice &&
    !later.isNotice &&
    earlier.direction === later.direction &&
    earlier.authorId === later.authorId &&
    dayOf(earlier.at) === dayOf(later.at) &&
    Date.parse(later.at) - Date.parse(earlier.at) < groupGap
  )
}

function dayOf(iso: string): string {
  return new Date(iso).toDateString()
}
