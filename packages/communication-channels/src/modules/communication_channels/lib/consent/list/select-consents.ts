import { z } from 'zod'
import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { opener, summariesOf } from '../../identity/contact-summaries.ts'
import type { ContactSummary } from '../../identity/contact-view.ts'
import { findByPhone } from '../../identity/find-by-phone.ts'
import type { Scope } from '../../scope.ts'
import { blockedOf } from '../blocks.ts'
import { CONSENT_PURPOSES, CONSENT_SOURCES } from '../consent.ts'
import { readConsentRules } from '../read-rules.ts'
import type { ConsentFilter } from './consent-filter.ts'

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
  /** The organisation asks for a second yes, and this one has not been given. */
  needsConfirmation: z.boolean(),
  /** Nobody may write to them, whatever they agreed to. */
  isBlocked: z.boolean(),
  updatedAt: z.iso.datetime(),
})
export type ConsentItem = z.infer<typeof consentItem>

export interface ConsentRow extends Pick<ConsentItem, 'contactId' | 'purpose' | 'state' | 'source'> {
  channelType: string
  since: Timestamp
  confirmedAt: Timestamp | null
  askedAt: Timestamp | null
  askExpiresAt: Timestamp | null
  updatedAt: Timestamp
  /** `since` to the microsecond. */
  cursorAt: string
}

type Sql = ReturnType<typeof sql>

/** Which of the rows that a filter leaves, and in what order. */
export interface ConsentPage {
  /** A condition on them. */
  after: Sql
  order: Sql
  limit: number
}

/** Rows of `cc_consents`: how each person stands to each purpose. */
export async function selectConsents(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  { purpose, state, source, phone }: ConsentFilter,
  { after, order, limit }: ConsentPage,
): Promise<ConsentRow[]> {
  const people = phone === undefined ? null : await findByPhone(db, encryption, scope, phone)
  const isIn = {
    opted_in: sql`and state = 'opted_in'`,
    opted_out: sql`and state = 'opted_out'`,
    unconfirmed: sql`and state = 'opted_in' and confirmed_at is null and purpose = 'marketing'`,
  }
  const { rows } = await sql<ConsentRow>`
    select contact_id as "contactId", channel_type as "channelType", purpose, state, since, source,
           confirmed_at as "confirmedAt", asked_at as "askedAt", ask_expires_at as "askExpiresAt",
           updated_at as "updatedAt",
           to_char(since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "cursorAt"
    from cc_consents
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId} and state <> 'none'
      ${state ? isIn[state] : sql``}
      ${purpose ? sql`and purpose = ${purpose}` : sql``}
      ${source ? sql`and source = ${source}` : sql``}
      ${people ? sql`and contact_id = any(${people.map(({ id }) => id)}::uuid[])` : sql``}
      and ${after}
    order by ${order} limit ${limit}`.execute(db)
  return rows
}

/** As they are shown, with whom they are about. */
export async function viewConsents(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  rows: ConsentRow[],
): Promise<ConsentItem[]> {
  const ids = [...new Set(rows.map(({ contactId }) => contactId))]
  const [contacts, blocked, { doubleOptIn }] = await Promise.all([
    summariesOf(db, opener(encryption, scope), scope, ids),
    blockedOf(db, scope, ids),
    readConsentRules(db, scope),
  ])
  return rows.map((row) => ({
    ...viewRow(row, contacts.get(row.contactId)),
    needsConfirmation:
      doubleOptIn && row.state === 'opted_in' && row.purpose === 'marketing' && !row.confirmedAt,
    isBlocked: blocked.has(row.contactId),
  }))
}

type Shown = Omit<ConsentItem, 'needsConfirmation' | 'isBlocked'>

function viewRow(row: ConsentRow, contact: ContactSummary | undefined): Shown {
  const { contactId, purpose, state, source, askedAt, askExpiresAt } = row
  const { displayName = null, phone = null, username = null } = contact ?? {}
  return {
    contactId,
    contact: { displayName, phone, username },
    purpose,
    state,
    since: toDate(row.since).toISOString(),
    source,
    confirmedAt: toDate(row.confirmedAt)?.toISOString() ?? null,
    asked:
      askedAt && askExpiresAt
        ? { at: toDate(askedAt).toISOString(), expiresAt: toDate(askExpiresAt).toISOString() }
        : null,
    updatedAt: toDate(row.updatedAt).toISOString(),
  }
}
