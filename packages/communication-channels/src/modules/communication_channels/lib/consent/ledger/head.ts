import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import { GENESIS, type LedgerHead, sealOf } from './entry.ts'

/**
 * Where the tenant's ledger ends. Nobody else appends to it until this transaction ends, so it is to be the last thing
 * that a transaction waits for.
 */
export async function holdHead(db: Db, tenantId: string): Promise<LedgerHead> {
  const first = { seq: 0, hash: GENESIS }
  await sql`
    insert into cc_consent_heads (tenant_id, seq, hash, seal, updated_at)
    values (${tenantId}, ${first.seq}, ${first.hash}, ${sealOf(tenantId, first)}, now())
    on conflict (tenant_id) do nothing`.execute(db)
  const { rows } = await sql<LedgerHead>`
    select seq::float8 as seq, hash from cc_consent_heads where tenant_id = ${tenantId} for update`.execute(
    db,
  )
  return rows[0]!
}

export async function moveHead(db: Db, tenantId: string, head: LedgerHead, now: Date): Promise<void> {
  await sql`
    update cc_consent_heads
    set seq = ${head.seq}, hash = ${head.hash}, seal = ${sealOf(tenantId, head)}, updated_at = ${now}
    where tenant_id = ${tenantId}`.execute(db)
}

export interface SealedHead extends LedgerHead {
  seal: string
  updatedAt: Date
}

/** Null where nothing was ever recorded. */
export async function readHead(db: Db, tenantId: string): Promise<SealedHead | null> {
  const { rows } = await sql<Omit<SealedHead, 'updatedAt'> & { updatedAt: Timestamp }>`
    select seq::float8 as seq, hash, seal, updated_at as "updatedAt"
    from cc_consent_heads where tenant_id = ${tenantId}`.execute(db)
  const row = rows[0]
  return row ? { ...row, updatedAt: toDate(row.updatedAt) } : null
}

/** Whoever has recorded anything, also where that is all that is left of it. */
export async function tenantsWithLedger(db: Db): Promise<string[]> {
  const { rows } = await sql<{ tenantId: string }>`
    select tenant_id as "tenantId" from cc_consent_heads
    union select tenant_id from cc_consent_events
    union select tenant_id from cc_consent_words
    order by 1`.execute(db)
  return rows.map(({ tenantId }) => tenantId)
}
