import type { EntityManager } from '@mikro-orm/postgresql'
import { type Db, dbOf, sql } from '../db.ts'

export interface JournalRow {
  id: string
  tenantId: string
  organizationId: string
  providerKey: string
  connectionId: string
  receivedAt: Date
  body: Buffer
  byteSize: number
  verdict: string | null
}

interface Waiting {
  row: JournalRow
  done: () => void
  failed: (reason: unknown) => void
}

const MAX_ROWS = 200
const MAX_BYTES = 8 * 1024 * 1024
/** Whoever comes while the disk is slow is then in PostgreSQL already, and in its next flush. */
const MAX_WRITES_UNDER_WAY = 4
/** An INSERT costs about as much as receiving five deliveries, so in a crowd they gather for it. */
const GATHER_MS = 2

/**
 * Writes the rows of the journal.
 *
 *   idle     the next row is written at once
 *   writing  rows that arrive within 2 ms, or while 4 are being written, share the next INSERT, up to 200 of them or 8 MB
 *
 * Each caller waits for the commit of the INSERT that holds its row, so "written" always means durable; sharing
 * only spares a disk flush a row. When an INSERT of several fails, its rows are tried one by one, so that one bad
 * row costs nobody else theirs.
 */
export class JournalWriter {
  private readonly db: Db
  private waiting: Waiting[] = []
  private underWay = 0
  private begunAt = Number.NEGATIVE_INFINITY
  private isGathering = false

  constructor(db: Db) {
    this.db = db
  }

  write(row: JournalRow): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ row, done, failed })
      this.pump()
    })
  }

  private pump(): void {
    while (!this.isGathering && this.waiting.length > 0 && this.underWay < MAX_WRITES_UNDER_WAY) {
      const gatherMs = this.begunAt + GATHER_MS - performance.now()
      if (gatherMs > 0 && this.waiting.length < MAX_ROWS) {
        this.gather(gatherMs)
        return
      }
      const batch = this.take()
      this.underWay++
      this.begunAt = performance.now()
      this.flush(batch).finally(() => {
        this.underWay--
        this.pump()
      })
    }
  }

  private gather(ms: number): void {
    this.isGathering = true
    setTimeout(() => {
      this.isGathering = false
      this.pump()
    }, ms)
  }

  private take(): Waiting[] {
    let bytes = 0
    let count = 0
    while (count < this.waiting.length && count < MAX_ROWS) {
      bytes += this.waiting[count]!.row.body.byteLength
      if (count > 0 && bytes > MAX_BYTES) break
      count++
    }
    return this.waiting.splice(0, count)
  }

  private async flush(batch: Waiting[]): Promise<void> {
    try {
      await insertDeliveries(
        this.db,
        batch.map((waiting) => waiting.row),
      )
      for (const waiting of batch) waiting.done()
    } catch (reason) {
      const [only] = batch
      if (batch.length === 1 && only) return only.failed(reason)
      for (const waiting of batch) await this.flush([waiting])
    }
  }
}

async function insertDeliveries(db: Db, rows: JournalRow[]): Promise<void> {
  await sql`
    insert into cc_webhook_deliveries
      (id, tenant_id, organization_id, provider_key, connection_id, received_at, next_attempt_at, body, byte_size,
       verdict)
    select id, tenant_id, organization_id, provider_key, connection_id, received_at, least(received_at, now()), body,
           byte_size, verdict
    from unnest(
      ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.tenantId)}::uuid[],
      ${rows.map((row) => row.organizationId)}::uuid[],
      ${rows.map((row) => row.providerKey)}::text[],
      ${rows.map((row) => row.connectionId)}::uuid[],
      ${rows.map((row) => row.receivedAt)}::timestamptz[],
      ${rows.map((row) => row.body)}::bytea[],
      ${rows.map((row) => row.byteSize)}::int[],
      ${rows.map((row) => row.verdict)}::text[]
    ) as v (id, tenant_id, organization_id, provider_key, connection_id, received_at, body, byte_size, verdict)`.execute(
    db,
  )
}

/** One writer a database and process. */
const writers = new WeakMap<object, JournalWriter>()

export function journalOf(em: EntityManager): JournalWriter {
  const connection = em.getConnection()
  let writer = writers.get(connection)
  if (!writer) {
    writer = new JournalWriter(dbOf(em.fork()))
    writers.set(connection, writer)
  }
  return writer
}
