import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import { type ConsentFilter, decodeKey, encodeKey } from './consent-filter.ts'
import { type ConsentItem, selectConsents, viewConsents } from './select-consents.ts'

/** How people stand, by person and purpose: who has stood so for the shortest time comes first, a page by key. */
export async function listConsents(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  { cursor, limit, ...filter }: ConsentFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: ConsentItem[]; nextCursor: string | null }> {
  const key = decodeKey(cursor)
  const rows = await selectConsents(db, encryption, scope, filter, {
    after: key
      ? sql`(since, contact_id, purpose)
            < (${key.at}::timestamptz, ${key.contactId}::uuid, ${key.purpose})`
      : sql`true`,
    order: sql`since desc, contact_id desc, purpose desc`,
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await viewConsents(db, encryption, scope, shown),
    nextCursor: rows.length > limit && last ? encodeKey({ ...last, at: last.cursorAt }) : null,
  }
}
