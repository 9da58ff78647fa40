/** Where the simulator gets its time from. Times are milliseconds since 1970. */
export type Clock = {
  now(): number
  /** Runs `task` once after `ms`; the returned function cancels it. */
  schedule(ms: number, task: () => void): () => void
}

export type ShiftableClock = Clock & {
  /** Jumps ahead by `ms` and runs at once every task that has become due, earliest first. */
  advance(ms: number): void
}

// Node fires a timer at once when its delay does not fit into 31 bits.
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Real time that can be pushed ahead, so that a test sees seven days of redelivery without waiting for them.
 *
 * @example
 * const clock = createClock()
 * clock.schedule(60_000, () => console.log('a minute later'))
 * clock.advance(60_000)
 */
export function createClock(): ShiftableClock {
  const tasks = new Map<symbol, { dueAt: number; run: () => void; timer?: NodeJS.Timeout }>()
  let offset = 0
  const now = () => Date.now() + offset

  function arm(key: symbol): void {
    const task = tasks.get(key)
    if (!task) return
    const wait = Math.min(Math.max(task.dueAt - now(), 0), LONGEST_TIMER_MS)
    task.timer = setTimeout(() => (task.dueAt <= now() ? fire(key) : arm(key)), wait)
    task.timer.unref()
  }

  function fire(key: symbol): void {
    const task = tasks.get(key)
    if (!task) return
    clearTimeout(task.timer)
    tasks.delete(key)
    task.run()
  }

  return {
    now,
    schedule(ms, run) {
      const key = Symbol()
      tasks.set(key, { dueAt: now() + ms, run })
      arm(key)
      return () => {
        clearTimeout(tasks.get(key)?.timer)
        tasks.delete(key)
      }
    },
    advance(ms) {
      offset += ms
      const due = [...tasks].filter(([, task]) => task.dueAt <= now()).sort((a, b) => a[1].dueAt - b[1].dueAt)
      for (const [key] of due) fire(key)
      for (const [key, task] of tasks) {
        clearTimeout(task.timer)
        arm(key)
      }
    },
  }
}
