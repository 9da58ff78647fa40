import type { Db } from '../../../db.ts'
import type { TenantEncryptionService } from '../../../encryption-service.ts'
import { findContact } from '../../../identity/contact-nodes.ts'
import type { Scope } from '../../../scope.ts'
import { csvDownload } from '../../list/csv-download.ts'
import { download } from '../../list/download.ts'
import type { LedgerEntry } from '../entry.ts'
import { readHead } from '../head.ts'
import { type ExportedEntry, exportedEntries } from './exported-entries.ts'
import { HOW_TO_RECOMPUTE } from './how-to-recompute.ts'

export interface LedgerExport {
  /** Only what is about them. */
  contactId?: string
  format: 'json' | 'csv'
}

/**
 * The ledger for whoever may ask for it: every entry with what was said, its hash, and how to recompute it. Sent page by
 * page, however long it is.
 *
 * @throws ChannelError 404 where the organisation has no such contact
 */
export async function exportLedger(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  { contactId: askedId, format }: LedgerExport,
  now: Date,
): Promise<Response> {
  const scope = { tenantId, organizationId }
  const contactId = askedId === undefined ? null : (await findContact(db, scope, askedId)).id
  const head = await readHead(db, tenantId)
  const pages = exportedEntries(db, encryption, scope, { contactId, until: head?.seq })
  const fileName = `consent-ledger-${now.toISOString().slice(0, 10)}`
  if (format === 'csv') return csvDownload(`${fileName}.csv`, HEADINGS, cellsOf(pages))
  const end = head && { seq: head.seq, hash: head.hash, updatedAt: head.updatedAt.toISOString() }
  const about = {
    exportedAt: now.toISOString(),
    ...scope,
    contactId,
    head: end,
    howToRecompute: HOW_TO_RECOMPUTE,
  }
  return download(`${fileName}.json`, 'application/json', jsonOf(about, pages))
}

/** `{…about, entries: […]}` */
async function* jsonOf(about: object, pages: AsyncGenerator<ExportedEntry[]>): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},"entries":[`
  let separator = '\n'
  for await (const page of pages) {
    yield separator + page.map((entry) => JSON.stringify(entry)).join(',\n')
    separator = ',\n'
  }
  yield '\n]}\n'
}

const MEMBERS = [
  'tenantId',
  'id',
  'organizationId',
  'identityId',
  'channelType',
  'purpose',
  'kind',
  'source',
  'occurredAt',
  'recordedAt',
  'confirmedAt',
  'expiresAt',
  'actorUserId',
  'language',
  'textVersion',
  'sourceKey',
  'wordsHash',
] as const satisfies (keyof LedgerEntry)[]

const HEADINGS = [
  'seq',
  ...MEMBERS,
  'previousHash',
  'hash',
  'contactId',
  'isErased',
  'text',
  'evidence',
  'salt',
]

async function* cellsOf(
  pages: AsyncGenerator<ExportedEntry[]>,
): AsyncGenerator<(string | number | null)[][]> {
  for await (const page of pages) {
    yield page.map(({ seq, entry, previousHash, hash, contactId, isErased, words }) => [
      seq,
      ...MEMBERS.map((member) => entry?.[member] ?? null),
      previousHash,
      hash,
      contactId,
      String(isErased),
      words?.text ?? null,
      words && JSON.stringify(words.evidence),
      words?.salt ?? null,
    ])
  }
}
