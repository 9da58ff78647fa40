import { setTimeout as pause } from 'node:timers/promises'

export interface Offered {
  /** HTTP statuses; 0 where the connection broke. */
  statuses: number[]
  /** From the moment at which each was due, so that one which waits for a connection or a late timer counts its wait. */
  latenciesMs: number[]
}

/**
 * Posts so many a second, evenly, however long the answers take: a peer that does not wait for one before it has the
 * next. (autocannon's rate is a burst at the beginning of each second.)
 */
export async function offerEvenly(
  rate: number,
  count: number,
  post: (nth: number) => Promise<number>,
): Promise<Offered> {
  const statuses: number[] = []
  const latenciesMs: number[] = []
  const underWay: Promise<void>[] = []
  const startedAt = performance.now()
  while (underWay.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - startedAt) / 1000) * rate))
    while (underWay.length < due) {
      const nth = underWay.length
      const dueAt = startedAt + ((nth + 1) / rate) * 1000
      const answered = post(nth).then((status) => {
        statuses.push(status)
        latenciesMs.push(performance.now() - dueAt)
      })
      underWay.push(answered)
    }
    await pause(1)
  }
  await Promise.all(underWay)
  return { statuses, latenciesMs }
}
