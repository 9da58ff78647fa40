import { type Db, databaseNow, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { exactHash } from '../../exact-hash.ts'
import type { Scope } from '../../scope.ts'
import { type NewConsent, type RecordedConsent, recordConsents } from '../ledger/record-consents.ts'
import { readConsentRules } from '../read-rules.ts'
import { holdersOf, type Saying } from '../whose.ts'
import { askFor } from './ask-task.ts'
import { checkConsent, definedOf } from './check-consent.ts'
import type { RecordConsentInput } from './consent-input.ts'
import { earlierConsent } from './earlier-consent.ts'
import { notTheirsThen, whoseConsent } from './whose-consent.ts'

export interface RecordedByPerson {
  contactId: string
  /** The caller said so with this key before; nothing new was recorded. */
  isRepeated: boolean
}

/**
 * What staff, a form or a checkout say that somebody agreed to, or wants no more. Where marketing needs a second yes, they
 * are asked for it. The same key with the same words is the same consent, with others 409. Within a transaction.
 *
 * @throws ChannelError 404, 409 `idempotency_conflict`, 422 with what is missing
 */
export async function recordConsent(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope & { userId: string | null },
  { consent, idempotencyKey }: RecordConsentInput,
): Promise<RecordedByPerson> {
  const now = await databaseNow(db)
  const { occurredAt, confirmedAt } = checkConsent(consent, now)
  const consenter = await whoseConsent(db, encryption, scope, consent, occurredAt)
  const words = { text: consent.text ?? null, evidence: definedOf(consent.evidence) }
  const entries = consent.purposes.map(
    (purpose): NewConsent => ({
      ...consenter,
      ...{ purpose, occurredAt, confirmedAt, words, source: consent.source, expiresAt: null },
      kind: consent.change === 'opt_in' ? 'opted_in' : 'opted_out',
      sourceKey: `request:${exactHash(idempotencyKey, `${scope.tenantId}:consent_request`)}`,
      actorUserId: scope.userId,
      language: consent.language ?? null,
      textVersion: consent.textVersion ?? null,
    }),
  )
  const earlier = await earlierConsent(db, scope, entries, consent.occurredAt !== undefined)
  if (earlier) return { contactId: await holderOf(db, earlier), isRepeated: true }

  const contactId = await holderOf(db, entries[0]!)
  const recorded = await recordConsents(db, encryption, scope, entries, now)
  const optIn = recorded.find(({ purpose, kind }) => purpose === 'marketing' && kind === 'opted_in')
  if (optIn && (await needsSecondYes(db, scope, optIn))) await askFor(db, scope, optIn.eventId)
  return { contactId, isRepeated: false }
}

async function holderOf(db: Db, saying: Saying): Promise<string> {
  const [contactId] = await holdersOf(db, [saying])
  if (!contactId) throw notTheirsThen()
  return contactId
}

/** Who has confirmed it before, or wants no more since, is not asked. */
async function needsSecondYes(
  db: Db,
  scope: Scope,
  { contactId, channelType }: RecordedConsent,
): Promise<boolean> {
  if (!(await readConsentRules(db, scope)).doubleOptIn) return false
  const { rows } = await sql`
    select 1 from cc_consents
    where contact_id = ${contactId} and channel_type = ${channelType} and purpose = 'marketing'
      and state = 'opted_in' and confirmed_at is null and (ask_expires_at is null or ask_expires_at < now())`.execute(
    db,
  )
  return rows.length > 0
}
