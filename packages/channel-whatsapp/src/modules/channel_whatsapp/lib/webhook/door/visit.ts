import type { KnownConnection } from '../../connections/connection-directory.ts'
import { type RejectionReason, rejections } from '../rejections.ts'
import type { Leave } from './body-budget.ts'
import type { Door } from './door.ts'
import type { BodyPatience } from './read-body.ts'
import { sourceOf } from './source-of.ts'
import type { SourceKind } from './sources.ts'

const RETRY_AFTER_SECONDS = '5'

interface Refusal {
  status: number
  code: string
  error: string
  headers?: Record<string, string>
  /** Counts against the address that it came from. */
  isForged?: true
}

const REFUSALS: Record<RejectionReason, Refusal> = {
  signature: {
    status: 401,
    code: 'signature',
    error: 'The signature is missing or wrong.',
    isForged: true,
  },
  verify_token: {
    status: 403,
    code: 'verify_token',
    error: 'The verify token is not the one of this connection.',
    isForged: true,
  },
  unknown_key: {
    status: 404,
    code: 'unknown_connection',
    error: 'There is no such connection.',
    isForged: true,
  },
  limited: {
    status: 429,
    code: 'too_many_forgeries',
    error: 'Too many requests from this address were refused.',
    headers: { 'retry-after': RETRY_AFTER_SECONDS },
  },
  busy: {
    status: 503,
    code: 'busy',
    error: 'Too many deliveries wait already. Come again.',
    headers: { 'retry-after': RETRY_AFTER_SECONDS },
  },
  // What is left of the body would be read as the next request.
  slow: {
    status: 408,
    code: 'too_slow',
    error: 'The delivery was sent too slowly.',
    headers: { connection: 'close' },
  },
  gone: { status: 400, code: 'incomplete', error: 'The delivery broke off.' },
  too_large: { status: 413, code: 'too_large', error: 'A delivery has at most 3 MB.' },
}

/** One request at the door: who sends it, and what becomes of their standing. */
export class Visit {
  private readonly door: Door
  private readonly request: Request
  private readonly source: string | null
  private readonly kind: SourceKind
  private readonly now = Date.now()

  constructor(door: Door, request: Request) {
    this.door = door
    this.request = request
    this.source = sourceOf(request, door.trustedProxies)
    this.kind = door.sources.kindOf(this.source, this.now)
  }

  get patience(): BodyPatience {
    return this.door.patience
  }

  isLimited(connection: KnownConnection | null): boolean {
    return this.door.sources.isLimited(this.source, connection?.id ?? null, this.now)
  }

  enter(connection: KnownConnection, bytes: number): Leave | Promise<Leave | null> | null {
    const from = { kind: this.kind, source: this.source, connectionId: connection.id }
    return this.door.enter(from, bytes, this.request)
  }

  wasValid(): void {
    this.door.sources.noteValid(this.source, this.now)
  }

  async refuseLimited(connection: KnownConnection | null): Promise<Response> {
    await this.door.holdBack()
    return this.refuse('limited', connection)
  }

  refuse(reason: RejectionReason, connection: KnownConnection | null): Response {
    const { status, code, error, headers, isForged } = REFUSALS[reason]
    if (isForged) this.door.sources.noteRefusal(this.source, connection?.id ?? null, this.now)
    rejections.count(reason, connection?.id ?? null, this.kind, this.now)
    return Response.json({ error, code }, { status, headers })
  }
}
