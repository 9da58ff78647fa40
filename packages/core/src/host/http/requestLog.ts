import type { Logger } from '@open-mercato/shared/lib/logger'

export interface AnsweredRequest {
  method: string
  /** The pattern, so that there are not more of them than routes. */
  route: string
  status: number
  ms: number
}

const PERIOD_MS = 10_000
/** Of one kind in a period; the others share a line. */
const LINES_EACH = 20

interface Kind {
  since: number
  lines: number
  folded: number
  slowestMs: number
}

/** A line for each request, but not for each of a flood: those that are answered alike are counted instead. */
export class RequestLog {
  private readonly kinds = new Map<string, Kind>()
  private readonly logger: Logger
  private readonly now: () => number

  constructor(logger: Logger, now: () => number = Date.now) {
    this.logger = logger
    this.now = now
  }

  note({ method, route, status, ms }: AnsweredRequest): void {
    const kind = this.kindOf(`${method} ${route} ${status}`)
    if (this.now() - kind.since >= PERIOD_MS) {
      const { folded, slowestMs } = kind
      if (folded > 0)
        this.logger.info('requests', {
          method,
          route,
          status,
          count: folded,
          slowestMs: Math.round(slowestMs),
        })
      Object.assign(kind, { since: this.now(), lines: 0, folded: 0, slowestMs: 0 })
    }
    if (kind.lines < LINES_EACH) {
      kind.lines++
      this.logger.info('request', { method, route, status, ms: Math.round(ms) })
    } else {
      kind.folded++
      kind.slowestMs = Math.max(kind.slowestMs, ms)
    }
  }

  private kindOf(name: string): Kind {
    const known = this.kinds.get(name)
    if (known) return known
    const kind = { since: this.now(), lines: 0, folded: 0, slowestMs: 0 }
    this.kinds.set(name, kind)
    return kind
  }
}
