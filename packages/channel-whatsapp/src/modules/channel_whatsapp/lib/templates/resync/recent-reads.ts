import type { ReadAnew } from './read-anew.ts'

/**
 * Meta counts the calls that manage an account by the hour, 200 of them at least, and a batch can be refused for the same
 * template thousands of times.
 */
const COUNTS_FOR_MS = 60_000
const MOST_KEPT = 1_000

interface Read {
  at: number
  isDone: boolean
  read: Promise<ReadAnew>
}

/** Reads each template once a minute at most; who asks meanwhile gets what that reading found, also that it failed. */
export function createRecentReads(now: () => number = Date.now) {
  const reads = new Map<string, Read>()
  return async (key: string, read: () => Promise<ReadAnew>): Promise<ReadAnew> => {
    const known = reads.get(key)
    if (known && now() - known.at < COUNTS_FOR_MS) {
      const { isDone } = known
      const found = await known.read
      // What was made ready after a reading was made ready with what it found.
      return isDone ? { ...found, isNews: false, isOtherCategory: false, isFresh: false } : found
    }
    if (reads.size >= MOST_KEPT) forgetOld(reads, now() - COUNTS_FOR_MS)
    const begun: Read = { at: now(), isDone: false, read: read() }
    reads.set(key, begun)
    return begun.read.finally(() => {
      begun.isDone = true
    })
  }
}

function forgetOld(reads: Map<string, Read>, before: number): void {
  for (const [key, { at }] of reads) if (at < before) reads.delete(key)
}
