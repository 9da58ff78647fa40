/** Of one tenant in a process, so that one whose provider does not answer leaves a slot to the others. */
const SHARE = 2

/** Whose files a process works on, and who is next. */
export interface Turns {
  /** Who had the last turn; the next one is the tenant's after it. */
  last(): string | null
  /** How many files are worked on. */
  count(): number
  /** Who has their share already. */
  busy(): string[]
  /** @returns to be called when the work is done */
  take(tenantId: string): () => void
}

export function tenantTurns(): Turns {
  const running = new Map<string, number>()
  let last: string | null = null
  const add = (tenantId: string, change: 1 | -1) => {
    const count = (running.get(tenantId) ?? 0) + change
    if (count === 0) running.delete(tenantId)
    else running.set(tenantId, count)
  }
  return {
    last: () => last,
    count: () => [...running.values()].reduce((total, one) => total + one, 0),
    busy: () => [...running].filter(([, count]) => count >= SHARE).map(([tenantId]) => tenantId),
    take(tenantId) {
      last = tenantId
      add(tenantId, 1)
      return () => add(tenantId, -1)
    },
  }
}
