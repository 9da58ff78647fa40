import { Latest } from './latest.ts'
import { afterRefusal, isLimited, isTrusted, type Standing } from './source-standing.ts'

const MOST_SOURCES = 4_000
/** A map that changes with each delivery is made anew all the time, which is garbage that lives long. */
const NOTED_EVERY_MS = 60_000

/** The provider's or one it shares an address with; not known yet; one of which the host cannot tell. */
export type SourceKind = 'trusted' | 'stranger' | 'hidden'

/**
 * How the addresses behave that come to the webhook. A forged signature counts against an address at that connection
 * alone: Meta delivers for everybody from the same addresses, and one tenant's wrong secret must not cost the others.
 * An address that is not known (null) is never limited.
 */
export class Sources {
  private readonly standings = new Latest<Standing>(MOST_SOURCES)
  private readonly validAt = new Latest<number>(MOST_SOURCES)

  kindOf(source: string | null, now: number): SourceKind {
    if (source === null) return 'hidden'
    return isTrusted(this.validAt.get(source), now) ? 'trusted' : 'stranger'
  }

  /** @param at the connection's key; null for addresses of webhooks that do not exist */
  isLimited(source: string | null, at: string | null, now: number): boolean {
    if (this.kindOf(source, now) !== 'stranger') return false
    return isLimited(this.standings.get(place(source, at)), now)
  }

  noteRefusal(source: string | null, at: string | null, now: number): void {
    if (this.kindOf(source, now) !== 'stranger') return
    const name = place(source, at)
    this.standings.set(name, afterRefusal(this.standings.get(name), now))
  }

  noteValid(source: string | null, now: number): void {
    if (source === null) return
    const noted = this.validAt.get(source)
    if (noted === undefined || now - noted >= NOTED_EVERY_MS) this.validAt.set(source, now)
  }
}

function place(source: string | null, at: string | null): string {
  return `${source} ${at ?? ''}`
}
