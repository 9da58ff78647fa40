import type { Db } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import type { ConsentFilter } from './consent-filter.ts'
import { csvDownload } from './csv-download.ts'
import { listConsents } from './list-consents.ts'

const AT_ONCE = 1_000
const HEADINGS = [
  ...['phone', 'name', 'username', 'purpose', 'state', 'since', 'source'],
  ...['confirmed_at', 'asked_at', 'answer_until', 'contact'],
]

/** The list as a file, as it stands while it is read; a filter narrows it as it does on the page. */
export function exportConsents(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  filter: ConsentFilter,
): Response {
  async function* pages() {
    for (let cursor: string | undefined; ; ) {
      const page = await listConsents(db, encryption, scope, { ...filter, cursor, limit: AT_ONCE })
      yield page.items.map(({ contact, contactId, asked, ...item }) => [
        ...[contact.phone, contact.displayName, contact.username],
        ...[item.purpose, item.state, item.since, item.source],
        ...[item.confirmedAt, asked?.at ?? null, asked?.expiresAt ?? null, contactId],
      ])
      if (page.nextCursor === null) return
      cursor = page.nextCursor
    }
  }
  return csvDownload('consents.csv', HEADINGS, pages())
}
