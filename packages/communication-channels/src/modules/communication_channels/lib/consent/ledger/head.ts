import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import { GENESIS, type LedgerHead } from './entry.ts'
import { type LedgerEnd, sealOfEnd } from './seals.ts'

const FIRST: LedgerEnd = { seq: 0, hash: GENESIS, brokenSeq: null }

/** Further than any transaction appends: where somebody may have put an entry into our way. */
const REACH = 100_000

/** As it is kept. */
interface SealedEnd extends LedgerEnd {
  seal: string
}

/**
 * What the next entry is put on. Nobody else appends to the ledger until this transaction ends, so it is to be the last
 * thing that a transaction waits for.
 *
 * A STOP has to count whatever somebody did to the ledger, so there is always an end to go on from. But our next seal is
 * not to vouch for what we have not written: that an end was not ours is kept, and sealed with all that follow.
 */
export async function holdHead(db: Db, tenantId: string): Promise<LedgerEnd> {
  // Entries whose head is gone: the one made here has no seal, as if somebody else had written it.
  await sql`
    insert into cc_consent_heads (tenant_id, seq, hash, seal, updated_at)
    select ${tenantId}, ${FIRST.seq}, ${FIRST.hash}, case when exists (
        select 1 from cc_consent_events where tenant_id = ${tenantId}) then '' else ${sealOfEnd(tenantId, FIRST)} end,
      now()
    on conflict (tenant_id) do nothing`.execute(db)
  const { rows } = await sql<SealedEnd>`
    select seq::float8 as seq, hash, broken_seq::float8 as "brokenSeq", seal
    from cc_consent_heads where tenant_id = ${tenantId} for update`.execute(db)
  const { seal, ...end } = rows[0]!
  const isOurs = seal === sealOfEnd(tenantId, end)
  const last = await lastEntry(db, tenantId, isOurs ? end.seq + REACH : Number.MAX_SAFE_INTEGER - REACH)
  if (!isOurs) return { ...last, brokenSeq: last.seq }
  // The numbers of what was put behind our end are left to it, and what we add stands on our own all the same.
  return { ...end, seq: Math.max(end.seq, last.seq) }
}

async function lastEntry(db: Db, tenantId: string, within: number): Promise<LedgerHead> {
  const { rows } = await sql<LedgerHead>`
    select seq::float8 as seq, hash from cc_consent_events
    where tenant_id = ${tenantId} and seq <= ${within} order by seq desc limit 1`.execute(db)
  return rows[0] ?? FIRST
}

export async function moveHead(db: Db, tenantId: string, end: LedgerEnd, now: Date): Promise<void> {
  await sql`
    update cc_consent_heads
    set seq = ${end.seq}, hash = ${end.hash}, broken_seq = ${end.brokenSeq}, seal = ${sealOfEnd(tenantId, end)},
        updated_at = ${now}
    where tenant_id = ${tenantId}`.execute(db)
}

export interface KeptHead extends LedgerEnd {
  updatedAt: Date
  /** Whether this installation has written that the ledger ends so. */
  isOurs: boolean
}

/** Null where nothing was ever recorded. */
export async function readHead(db: Db, tenantId: string): Promise<KeptHead | null> {
  const { rows } = await sql<SealedEnd & { updatedAt: Timestamp }>`
    select seq::float8 as seq, hash, broken_seq::float8 as "brokenSeq", seal, updated_at as "updatedAt"
    from cc_consent_heads where tenant_id = ${tenantId}`.execute(db)
  if (!rows[0]) return null
  const { seal, updatedAt, ...end } = rows[0]
  return { ...end, updatedAt: toDate(updatedAt), isOurs: seal === sealOfEnd(tenantId, end) }
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
