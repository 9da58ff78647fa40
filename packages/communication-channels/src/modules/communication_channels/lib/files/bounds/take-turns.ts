import { ChannelError } from '../../errors.ts'

/** How much may be going on in this process. What counts is up to the caller: bytes, pieces of work. */
export interface Room {
  total: number
  /** Of one tenant, so that the others find room while one floods. */
  perTenant: number
  /** So many of one tenant wait; who comes after is sent away. */
  mostWaiting: number
}

/** Waits for room of that size, works, and makes room again. */
export type TakeTurn = <T>(tenantId: string, size: number, work: () => Promise<T>) => Promise<T>

interface Waiting {
  tenantId: string
  size: number
  begin(): void
}

/**
 * Bounds what goes on at once. Whoever fits goes on in the order of coming; who does not fit yet keeps nobody else
 * waiting. What is larger than all the room takes all of it.
 *
 * The work of one turn must not wait for another turn of the same room.
 */
export function takeTurns({ total, perTenant, mostWaiting }: Room): TakeTurn {
  const waiting: Waiting[] = []
  const taken = new Map<string, number>()
  const share = Math.min(perTenant, total)

  const takenBy = (tenantId: string) => taken.get(tenantId) ?? 0
  const takenByAll = () => [...taken.values()].reduce((sum, one) => sum + one, 0)
  const fits = ({ tenantId, size }: Waiting) =>
    takenBy(tenantId) + size <= share && takenByAll() + size <= total

  function admit(): void {
    for (let next = waiting.find(fits); next; next = waiting.find(fits)) {
      waiting.splice(waiting.indexOf(next), 1)
      taken.set(next.tenantId, takenBy(next.tenantId) + next.size)
      next.begin()
    }
  }

  function leave(tenantId: string, size: number): void {
    const left = takenBy(tenantId) - size
    if (left > 0) taken.set(tenantId, left)
    else taken.delete(tenantId)
    admit()
  }

  return async (tenantId, wanted, work) => {
    if (waiting.filter((one) => one.tenantId === tenantId).length >= mostWaiting) throw busy()
    const size = Math.min(wanted, share)
    await new Promise<void>((begin) => {
      waiting.push({ tenantId, size, begin })
      admit()
    })
    try {
      return await work()
    } finally {
      leave(tenantId, size)
    }
  }
}

function busy(): ChannelError {
  return new ChannelError(
    429,
    'files_busy',
    'Too many files are being worked on.',
    'Wait until some of them are done, then try again.',
  )
}
