import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import type { ConsentFilter } from './consent-filter.ts'
import { csvDownload } from './csv-download.ts'
import { type ConsentItem, type ConsentRow, selectConsents, viewConsents } from './select-consents.ts'

const AT_ONCE = 1_000
const HEADINGS = [
  'phone',
  'name',
  'username',
  'purpose',
  'state',
  'since',
  'source',
  'confirmed_at',
  'asked_at',
  'answer_until',
  'contact',
]

/** The list as a file, as it stands while it is read; a filter narrows it as it does on the page. */
export function exportConsents(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  filter: ConsentFilter,
): Response {
  async function* pages() {
    for (let last: ConsentRow | undefined; ; ) {
      const rows = await selectConsents(db, encryption, scope, filter, {
        after: last ? isBehind(last) : sql`true`,
        // Not by what changes: whoever opts out meanwhile would go to where nobody looks any more.
        order: sql`contact_id, channel_type, purpose`,
        limit: AT_ONCE,
      })
      yield (await viewConsents(db, encryption, scope, rows)).map(cellsOf)
      if (rows.length < AT_ONCE) return
      last = rows.at(-1)
    }
  }
  return csvDownload('consents.csv', HEADINGS, pages())
}

function isBehind({ contactId, channelType, purpose }: ConsentRow) {
  return sql`(contact_id, channel_type, purpose) > (${contactId}::uuid, ${channelType}, ${purpose})`
}

function cellsOf({ contact, contactId, asked, ...item }: ConsentItem) {
  return [
    contact.phone,
    contact.displayName,
    contact.username,
    item.purpose,
    item.state,
    item.since,
    item.source,
    item.confirmedAt,
    asked?.at ?? null,
    asked?.expiresAt ?? null,
    contactId,
  ]
}
