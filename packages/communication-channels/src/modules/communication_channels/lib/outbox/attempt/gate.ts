import { setTimeout as delay } from 'node:timers/promises'

/** Who leaves later than this would stand too close to the next: a slot that was missed is gone. */
const LATE_MS = 5

/** Through which messages that were reserved together leave, one after the other, each in a slot. */
export interface Gate {
  /** Resolves when it is the caller's moment. Who came first leaves first, also where slots were missed. */
  pass(): Promise<void>
}

/** `performance.now()`, and waiting for it. */
export interface GateTime {
  now(): number
  until(at: number): Promise<void>
}

/**
 * @param slots by `performance.now()`, in order; whoever is next takes the next that can still be met
 * @param more  gives as many more, in order
 */
export function openGate(
  slots: number[],
  more: (count: number) => Promise<number[]>,
  time: GateTime = { now: () => performance.now(), until },
): Gate {
  let before: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function meetSlot(): Promise<void> {
    for (;;) {
      if (slots.length === 0) slots.push(...(await more(waiting)))
      const at = slots.shift()!
      await time.until(at)
      if (time.now() - at <= LATE_MS) return
    }
  }

  return {
    pass() {
      waiting += 1
      const mine = before.then(meetSlot).finally(() => {
        waiting -= 1
      })
      before = mine.catch(() => undefined)
      return mine
    },
  }
}

/** @param at of `performance.now()` */
export async function until(at: number): Promise<void> {
  for (let ms = at - performance.now(); ms > 0; ms = at - performance.now()) await delay(Math.ceil(ms))
}
