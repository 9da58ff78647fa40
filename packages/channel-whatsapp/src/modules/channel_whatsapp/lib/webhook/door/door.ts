import type { RateLimiterService } from '@open-mercato/shared/lib/ratelimit/service'
import type { ConnectionDirectory } from '../../connections/connection-directory.ts'
import { BodyBudget, type BudgetLimits, type Leave, type Peer } from './body-budget.ts'
import type { BodyPatience } from './read-body.ts'
import { type SourceKind, Sources } from './sources.ts'

const MB = 1024 * 1024
/** Meta's deliveries of a message or status have about 1 KB. */
const SMALL_BYTES = 64 * 1024

/** More connections than this are not worth keeping for it. */
const MOST_HELD_BACK = 500

export interface DoorSettings {
  patience: BodyPatience
  /** How late whoever is limited is answered. */
  limitedAfterMs: number
  /**
   * Whoever has delivered something valid: a share for each connection. It holds two of the largest deliveries at
   * once: with more nothing is taken in faster, and others wait until all of them are worked on.
   */
  trusted: BudgetLimits
  /** Whoever has not: a share for each address, and small ones never wait behind large ones. */
  strangers: { small: BudgetLimits; large: BudgetLimits }
}

/** 64 MB in all. */
export const DOOR_SETTINGS: DoorSettings = {
  patience: { wholeMs: 10_000, silenceMs: 5_000 },
  limitedAfterMs: 1_000,
  trusted: {
    totalBytes: 40 * MB,
    bytesEach: 6 * MB,
    requestsEach: 512,
    waitingEach: 2_000,
    patienceMs: 10_000,
  },
  strangers: {
    small: { totalBytes: 8 * MB, bytesEach: 2 * MB, requestsEach: 128, waitingEach: 500, patienceMs: 10_000 },
    large: { totalBytes: 16 * MB, bytesEach: 6 * MB, requestsEach: 8, waitingEach: 50, patienceMs: 10_000 },
  },
}

/** What a process remembers of those who come to the webhook, and the room it has for what they bring. */
export class Door {
  readonly sources = new Sources()
  readonly trustedProxies: number
  readonly patience: BodyPatience
  private readonly limitedAfterMs: number
  private readonly trusted: BodyBudget
  private readonly strangers: { small: BodyBudget; large: BodyBudget }
  private heldBack = 0

  constructor(trustedProxies: number, settings: DoorSettings) {
    this.trustedProxies = trustedProxies
    this.patience = settings.patience
    this.limitedAfterMs = settings.limitedAfterMs
    this.trusted = new BodyBudget(settings.trusted)
    this.strangers = {
      small: new BodyBudget(settings.strangers.small),
      large: new BodyBudget(settings.strangers.large),
    }
  }

  /** Whoever waits for an answer asks nothing else meanwhile, which costs less than answering. */
  async holdBack(): Promise<void> {
    if (this.heldBack >= MOST_HELD_BACK) return
    this.heldBack++
    await new Promise((over) => setTimeout(over, this.limitedAfterMs))
    this.heldBack--
  }

  /** Room for a body that is not read yet. Where the address is not known, the connection has to stand for it. */
  enter(
    from: { kind: SourceKind; source: string | null; connectionId: string },
    bytes: number,
    peer: Peer,
  ): Leave | Promise<Leave | null> | null {
    if (from.kind !== 'stranger') return this.trusted.enter(from.connectionId, bytes, peer)
    const budget = bytes <= SMALL_BYTES ? this.strangers.small : this.strangers.large
    return budget.enter(from.source!, bytes, peer)
  }
}

const doors = new WeakMap<ConnectionDirectory, Promise<Door>>()

/** One door a database and process. */
export function doorOf(directory: ConnectionDirectory): Promise<Door> {
  return doors.get(directory) ?? openDoor(directory, DOOR_SETTINGS)
}

/** From now on this is the door; one that was there before is forgotten with all that it knew. */
export function openDoor(directory: ConnectionDirectory, settings: DoorSettings): Promise<Door> {
  const door = directory.newContainer().then((container) => {
    const limiter = container.hasRegistration('rateLimiterService')
      ? container.resolve<RateLimiterService>('rateLimiterService')
      : null
    return new Door(limiter?.trustProxyDepth ?? 0, settings)
  })
  door.catch(() => doors.delete(directory))
  doors.set(directory, door)
  return door
}
