import { z } from 'zod'
import { line, longText } from '../../content/bounds.ts'
import { CONSENT_PURPOSES } from '../consent.ts'

const proof = line(1, 500).optional()
const moment = z.iso
  .datetime({ offset: true })
  .refine((told) => Date.parse(told) > 0, 'Give a time since 1970.')

/** By what a consent can be shown to whoever asks for it: at least one of these. */
export const consentEvidence = z.strictObject({
  messageId: proof,
  ip: proof,
  document: proof,
  url: proof,
  reference: proof,
  note: proof,
})

/** What a person agreed to, or wants no more, as staff or a shop tell it. */
export const consentBody = z
  .strictObject({
    contactId: z.uuid().toLowerCase().optional(),
    phone: z.string().min(1).max(40).optional(),
    purposes: z
      .array(z.enum(CONSENT_PURPOSES))
      .min(1)
      .max(CONSENT_PURPOSES.length)
      .refine((purposes) => new Set(purposes).size === purposes.length, 'Name each purpose once.'),
    change: z.enum(['opt_in', 'opt_out']),
    source: z.enum(['form', 'checkout', 'staff']),
    /** When they said it. Absent: now. */
    occurredAt: moment.optional(),
    /** When they confirmed it, where they did so elsewhere (double opt-in). */
    confirmedAt: moment.optional(),
    /** What they were shown or told when they agreed, word by word. */
    text: longText.optional(),
    textVersion: line(1, 100).optional(),
    language: line(2, 35).optional(),
    evidence: consentEvidence.default({}),
  })
  .refine(({ contactId, phone }) => (contactId === undefined) !== (phone === undefined), {
    error: 'Name either a contact or a phone number.',
    path: ['contactId'],
  })
  .refine(({ change, confirmedAt }) => change === 'opt_in' || confirmedAt === undefined, {
    error: 'Only an opt-in is confirmed.',
    path: ['confirmedAt'],
  })
export type ConsentBody = z.infer<typeof consentBody>

export const recordConsentInput = z.object({
  consent: consentBody,
  idempotencyKey: z.string().min(1).max(128),
})
export type RecordConsentInput = z.infer<typeof recordConsentInput>
