export interface BudgetLimits {
  /** Of all bodies that are held at once. */
  totalBytes: number
  /** Of those of one share. */
  bytesEach: number
  requestsEach: number
  /** Requests of one share that may wait with their bodies unread. */
  waitingEach: number
  patienceMs: number
}

/** A request; its signal says that nobody waits for the answer any more. */
export type Peer = Pick<Request, 'signal'>

/** Gives the room back; once. */
export type Leave = () => void

interface Waiting {
  bytes: number
  admit(leave: Leave | null): void
}

interface Share {
  bytes: number
  requests: number
  waiting: Waiting[]
}

/**
 * Room for bodies. Whoever finds none waits unread; shares take turns, so that one that floods keeps only itself
 * waiting. Of a share that waits, the first one goes first.
 */
export class BodyBudget {
  private readonly limits: BudgetLimits
  private readonly shares = new Map<string, Share>()
  /** Names of the shares that wait, whose turn is next first. */
  private readonly turns = new Set<string>()
  private held = 0

  constructor(limits: BudgetLimits) {
    this.limits = limits
  }

  get heldBytes(): number {
    return this.held
  }

  /** @returns null when there is no room to wait in, or none came in time, or the peer left */
  enter(name: string, bytes: number, peer: Peer): Leave | Promise<Leave | null> | null {
    const share = this.shares.get(name) ?? { bytes: 0, requests: 0, waiting: [] }
    this.shares.set(name, share)
    if (this.turns.size === 0 && this.hasRoom(share, bytes) && this.isFree(bytes)) {
      return this.take(name, share, bytes)
    }
    if (share.waiting.length >= this.limits.waitingEach) return null
    return this.wait(name, share, bytes, peer.signal)
  }

  private wait(name: string, share: Share, bytes: number, signal: AbortSignal): Promise<Leave | null> {
    return new Promise((resolve) => {
      const giveUp = () => {
        share.waiting = share.waiting.filter((one) => one !== waiting)
        if (share.waiting.length === 0) this.turns.delete(name)
        waiting.admit(null)
        this.admit()
      }
      const timer = setTimeout(giveUp, this.limits.patienceMs).unref()
      const waiting: Waiting = {
        bytes,
        admit: (leave) => {
          clearTimeout(timer)
          signal.removeEventListener('abort', giveUp)
          if (leave === null) this.forget(name, share)
          resolve(leave)
        },
      }
      signal.addEventListener('abort', giveUp, { once: true })
      share.waiting.push(waiting)
      this.turns.add(name)
      this.admit()
    })
  }

  /** One of each share in turn, until what is next has to wait for room that is everybody's. */
  private admit(): void {
    for (let isMoving = true; isMoving; ) {
      isMoving = false
      for (const name of [...this.turns]) {
        const share = this.shares.get(name)!
        const [next] = share.waiting
        if (!next || !this.hasRoom(share, next.bytes)) continue
        if (!this.isFree(next.bytes)) return
        isMoving = true
        share.waiting.shift()
        this.turns.delete(name)
        if (share.waiting.length > 0) this.turns.add(name)
        next.admit(this.take(name, share, next.bytes))
      }
    }
  }

  private hasRoom(share: Share, bytes: number): boolean {
    return share.requests < this.limits.requestsEach && share.bytes + bytes <= this.limits.bytesEach
  }

  private isFree(bytes: number): boolean {
    return this.held + bytes <= this.limits.totalBytes
  }

  private take(name: string, share: Share, bytes: number): Leave {
    share.bytes += bytes
    share.requests++
    this.held += bytes
    return () => {
      share.bytes -= bytes
      share.requests--
      this.held -= bytes
      this.forget(name, share)
      if (this.turns.size > 0) this.admit()
    }
  }

  private forget(name: string, share: Share): void {
    if (share.requests === 0 && share.waiting.length === 0) this.shares.delete(name)
  }
}
