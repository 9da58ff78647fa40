/**
 * A job that has taken its turn waits for what it has on its way, so that a process that stops finishes it. When the next
 * job of the process starts, that one waits for it too, and the first may end: one slow send keeps one job, not each.
 */
const onTheWay = new Set<Promise<unknown>>()
const waiting: (() => void)[] = []

/** Called as a job starts: the one before it may end. */
export function takeOver(): void {
  for (const end of waiting.splice(0)) end()
}

/** @param settled what this job has on its way */
export async function waitForAll(settled: Promise<unknown>): Promise<void> {
  const watched = settled.catch(() => undefined).finally(() => onTheWay.delete(watched))
  onTheWay.add(watched)
  const isRelieved = new Promise<void>((end) => waiting.push(end))
  await Promise.race([Promise.all(onTheWay), isRelieved])
}
