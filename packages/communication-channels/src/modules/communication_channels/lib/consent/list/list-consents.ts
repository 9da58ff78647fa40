import { z } from 'zod'
import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { opener, summariesOf } from '../../identity/contact-summaries.ts'
import type { ContactSummary } from '../../identity/contact-view.ts'
import { findByPhone } from '../../identity/find-by-phone.ts'
import type { Scope } from '../../scope.ts'
import { CONSENT_PURPOSES, CONSENT_SOURCES } from '../consent.ts'
import { type ConsentFilter, type ConsentKey, decodeKey, encodeKey } from './consent-filter.ts'

export const consentItem = z.object({
  contactId: z.uuid(),
  contact: z.object({
    displayName: z.string().nullable(),
    phone: z.string().nullable(),
    username: z.string().nullable(),
  }),
  purpose: z.enum(CONSENT_PURPOSES),
  state: z.enum(['opted_in', 'opted_out']),
  since: z.iso.datetime(),
  source: z.enum(CONSENT_SOURCES),
  confirmedAt: z.iso.datetime().nullable(),
  /** A question whether they really agreed, and until when an answer counts. */
  asked: z.object({ at: z.iso.datetime(), expiresAt: z.iso.datetime() }).nullable(),
  updatedAt: z.iso.datetime(),
})
export type ConsentItem = z.infer<typeof consentItem>

interface Row extends Pick<ConsentItem, 'contactId' | 'purpose' | 'state' | 'source'> {
  since: Timestamp
  confirmedAt: Timestamp | null
  askedAt: Timestamp | null
  askExpiresAt: Timestamp | null
  updatedAt: Timestamp
  cursorAt: string
}

/** How people stand, by person and purpose: who said something last comes first, a page by key. */
export async function listConsents(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  { cursor, limit, ...filter }: ConsentFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: ConsentItem[]; nextCursor: string | null }> {
  const rows = await selectRows(db, encryption, scope, filter, decodeKey(cursor), limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const ids = [...new Set(shown.map(({ contactId }) => contactId))]
  const contacts = await summariesOf(db, opener(encryption, scope), scope, ids)
  return {
    items: shown.map((row) => viewRow(row, contacts.get(row.contactId))),
    nextCursor: rows.length > limit && last ? encodeKey({ ...last, at: last.cursorAt }) : null,
  }
}

async function selectRows(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  { purpose, state, source, phone }: ConsentFilter,
  after: ConsentKey | null,
  limit: number,
): Promise<Row[]> {
  const people = phone === undefined ? null : await findByPhone(db, encryption, scope, phone)
  const isIn = {
    opted_in: sql`and state = 'opted_in'`,
    opted_out: sql`and state = 'opted_out'`,
    unconfirmed: sql`and state = 'opted_in' and confirmed_at is null and purpose = 'marketing'`,
  }
  const { rows } = await sql<Row>`
    select contact_id as "contactId", purpose, state, since, source, confirmed_at as "confirmedAt",
           asked_at as "askedAt", ask_expires_at as "askExpiresAt", updated_at as "updatedAt",
           to_char(updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from cc_consents
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId} and state <> 'none'
      ${state ? isIn[state] : sql``}
      ${purpose ? sql`and purpose = ${purpose}` : sql``}
      ${source ? sql`and source = ${source}` : sql``}
      ${people ? sql`and contact_id = any(${people.map(({ id }) => id)}::uuid[])` : sql``}
      ${
        after
          ? sql`and (updated_at, contact_id, purpose)
                < (${after.at}::timestamptz, ${after.contactId}::uuid, ${after.purpose})`
          : sql``
      }
    order by updated_at desc, contact_id desc, purpose desc limit ${limit}`.execute(db)
  return rows
}

function viewRow(
  { since, confirmedAt, askedAt, askExpiresAt, updatedAt, cursorAt: _, ...row }: Row,
  contact: ContactSummary | undefined,
): ConsentItem {
  const { displayName = null, phone = null, username = null } = contact ?? {}
  return {
    ...row,
    contact: { displayName, phone, username },
    since: toDate(since).toISOString(),
    confirmedAt: toDate(confirmedAt)?.toISOString() ?? null,
    asked:
      askedAt && askExpiresAt
        ? { at: toDate(askedAt).toISOString(), expiresAt: toDate(askExpiresAt).toISOString() }
        : null,
    updatedAt: toDate(updatedAt).toISOString(),
  }
}
