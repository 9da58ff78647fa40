import { z } from 'zod'
import type { Db } from '../../../db.ts'
import type { TenantEncryptionService } from '../../../encryption-service.ts'
import { type KeptHead, readHead } from '../head.ts'
import { readEntries } from '../read-entries.ts'
import { checkWords } from './check-words.ts'
import { type Finding, findingView, headBroken, headForged, headMissing } from './finding.ts'
import { leftoverWords, nameFindings } from './name-findings.ts'
import { chainWalk } from './walk-chain.ts'

/** More than anybody reads: what comes after so many is not looked at any more. */
const MOST = 100

export const verifiedLedger = z.object({
  /** Whether every entry is as it was recorded, and none is missing. */
  holds: z.boolean(),
  /** How many entries were looked at. */
  checked: z.number().int(),
  head: z.object({ seq: z.number().int(), hash: z.string(), updatedAt: z.iso.datetime() }).nullable(),
  findings: z.array(findingView),
  /** Entries whose text and evidence were erased; the ledger holds without them. */
  erasedWords: z.number().int(),
})
export type VerifiedLedger = z.infer<typeof verifiedLedger>

/**
 * Recomputes a tenant's whole ledger and names whatever was changed, removed, put in, moved or cut off since it was
 * recorded. Wants a transaction that sees one moment (repeatable read), for others go on recording.
 */
export async function verifyLedger(
  db: Db,
  encryption: TenantEncryptionService,
  tenantId: string,
): Promise<VerifiedLedger> {
  const head = await readHead(db, tenantId)
  const walk = chainWalk(head?.isOurs ? head : null)
  const words: Finding[] = []
  let [checked, erasedWords, isWhole] = [0, 0, true]
  for await (const page of readEntries(db, { tenantId })) {
    isWhole = walk.count() + words.length < MOST
    if (!isWhole) break
    for (const stored of page) walk.step(stored)
    const found = await Promise.all(page.map((stored) => checkWords(encryption, stored)))
    words.push(...found.filter((one) => one !== null))
    checked += page.length
    erasedWords += page.filter((one) => one.words === 'erased').length
  }
  const chain = walk.end(isWhole)
  // Of an entry that was put in, there is no more to say.
  const own = words.filter(({ stored }) => !chain.some((one) => one.stored === stored))
  const findings = [...judgeHead(head, checked), ...chain, ...own]
  const named = await nameFindings(db, findings, await leftoverWords(db, tenantId, MOST))
  return {
    holds: named.length === 0,
    checked,
    head: head && { seq: head.seq, hash: head.hash, updatedAt: head.updatedAt.toISOString() },
    findings: named.slice(0, MOST),
    erasedWords,
  }
}

function judgeHead(head: KeptHead | null, checked: number): Finding[] {
  if (!head) return checked > 0 ? [headMissing()] : []
  if (!head.isOurs) return [headForged(head.seq)]
  return head.brokenSeq === null ? [] : [headBroken(head.brokenSeq)]
}
