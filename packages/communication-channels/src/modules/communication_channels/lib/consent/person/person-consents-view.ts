import { z } from 'zod'
import { blockView } from '../blocks.ts'
import { CONSENT_KINDS, CONSENT_PURPOSES, CONSENT_SOURCES } from '../consent.ts'
import { consentRules } from '../consent-rules.ts'
import { undoneView } from './undone.ts'

const moment = z.iso.datetime()

/** One line of the ledger, with what was said. */
export const consentEntryView = z.object({
  id: z.uuid(),
  seq: z.number().int(),
  purpose: z.enum(CONSENT_PURPOSES),
  kind: z.enum(CONSENT_KINDS),
  source: z.enum(CONSENT_SOURCES),
  occurredAt: moment,
  recordedAt: moment,
  confirmedAt: moment.nullable(),
  expiresAt: moment.nullable(),
  actor: z.object({ userId: z.uuid(), name: z.string().nullable() }).nullable(),
  language: z.string().nullable(),
  textVersion: z.string().nullable(),
  text: z.string().nullable(),
  evidence: z.record(z.string(), z.string()),
  /** The text and the evidence were erased; that it was said stays. */
  isErased: z.boolean(),
  /** They are gone or cannot be opened, and nobody here erased them. */
  isMissing: z.boolean(),
  /** The message by which it was said, where the hub has it. */
  messageId: z.uuid().nullable(),
  conversationId: z.uuid().nullable(),
})
export type ConsentEntryView = z.infer<typeof consentEntryView>

/** How somebody stands to each purpose, and why. */
export const personConsentsView = z.object({
  contactId: z.uuid(),
  channelType: z.string(),
  consents: z.array(
    z.object({
      purpose: z.enum(CONSENT_PURPOSES),
      state: z.enum(['none', 'opted_in', 'opted_out']),
      since: moment.nullable(),
      source: z.enum(CONSENT_SOURCES).nullable(),
      confirmedAt: moment.nullable(),
      asked: z.object({ at: moment, expiresAt: moment }).nullable(),
    }),
  ),
  /** What counts beside consent. */
  basis: z.object({ firstWroteAt: moment.nullable() }),
  rules: consentRules.pick({ doubleOptIn: true, stopEnds: true, utilityBasis: true }),
  block: blockView.nullable(),
  /** What is recorded about them, the newest first. */
  events: z.array(consentEntryView),
  /** What was to follow from it, and did not; the newest first. */
  undone: z.array(undoneView),
})
export type PersonConsentsView = z.infer<typeof personConsentsView>
