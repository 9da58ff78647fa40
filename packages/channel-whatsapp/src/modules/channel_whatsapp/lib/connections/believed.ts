/** Another process may change what was read, and this one need not hear of it: nothing is believed longer than this. */
const BELIEVED_MS = 1_000
/** Read anew before it ends, so that what is asked for all the time is never waited for. */
const RENEWED_AFTER_MS = 500
/** Keys that strangers make up are remembered too, within bounds. */
const MAX_READINGS = 10_000

interface Reading<Value> {
  since: number
  value: Promise<Value | null>
  /** Once it was found. */
  isThere: boolean
  /** The one before, until this one has come. */
  before?: Reading<Value> | undefined
}

/**
 * What was read for a key, remembered for a second. Asked for all the time it is read twice a second, while the
 * answer is the one before.
 */
export class Believed<Value> {
  private readonly read: (key: string) => Promise<Value | null>
  private readonly now: () => number
  private readonly readings = new Map<string, Reading<Value>>()

  /** @param read null where there is nothing, which is remembered too; what it throws is not */
  constructor(read: (key: string) => Promise<Value | null>, now: () => number = Date.now) {
    this.read = read
    this.now = now
  }

  find(key: string): Promise<Value | null> {
    const now = this.now()
    const known = this.readings.get(key)
    const reading = known && now - known.since < RENEWED_AFTER_MS ? known : this.begin(key, now, known)
    const { before } = reading
    return before && now - before.since < BELIEVED_MS ? before.value : reading.value
  }

  /** Whether something was found when it was last read, however long ago. */
  holds(key: string): boolean {
    return this.readings.get(key)?.isThere ?? false
  }

  forget(): void {
    this.readings.clear()
  }

  private begin(key: string, now: number, known: Reading<Value> | undefined): Reading<Value> {
    if (this.readings.size >= MAX_READINGS) this.readings.clear()
    const before = known?.before ?? known
    const isThere = known?.isThere ?? false
    const reading: Reading<Value> = { since: now, value: this.read(key), isThere, before }
    this.readings.set(key, reading)
    reading.value.then(
      (found) => {
        reading.isThere = found !== null
        reading.before = undefined
      },
      () => {
        if (this.readings.get(key) !== reading) return
        if (before) this.readings.set(key, before)
        else this.readings.delete(key)
      },
    )
    return reading
  }
}
