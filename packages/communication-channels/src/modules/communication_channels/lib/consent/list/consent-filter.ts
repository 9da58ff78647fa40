import { z } from 'zod'
import { isInCalendar } from '../../cursor.ts'
import { ChannelError } from '../../errors.ts'
import { CONSENT_PURPOSES, CONSENT_SOURCES, type ConsentPurpose } from '../consent.ts'

/** As a filter has them: somebody unconfirmed has agreed to marketing, and never confirmed it. */
export const FILTER_STATES = ['opted_in', 'opted_out', 'unconfirmed'] as const

export const consentFilter = z.object({
  purpose: z.enum(CONSENT_PURPOSES).optional(),
  state: z.enum(FILTER_STATES).optional(),
  source: z.enum(CONSENT_SOURCES).optional(),
  /** A whole number, in whichever spelling: numbers are kept so that parts of them cannot be looked for. */
  phone: z.string().trim().min(1).max(40).optional(),
})
export type ConsentFilter = z.infer<typeof consentFilter>

export const consentListQuery = consentFilter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

/** The key of a row: consents of one moment, as an import leaves them, are told apart by person and purpose. */
export interface ConsentKey {
  at: string
  contactId: string
  purpose: ConsentPurpose
}

const FORM = /^([1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z)_([0-9a-f-]{36})_(utility|marketing)$/

export function encodeKey({ at, contactId, purpose }: ConsentKey): string {
  return Buffer.from(`${at}_${contactId}_${purpose}`).toString('base64url')
}

/** @throws a 400 for anything that was not made by `encodeKey` */
export function decodeKey(cursor: string | undefined): ConsentKey | null {
  if (cursor === undefined) return null
  const match = FORM.exec(Buffer.from(cursor, 'base64url').toString('utf8'))
  const [, at = '', contactId = '', purpose] = match ?? []
  if (!match || !isInCalendar(at) || !z.uuid().safeParse(contactId).success)
    throw new ChannelError(
      400,
      'invalid_cursor',
      'This page does not exist.',
      'Start again from the first page.',
    )
  return { at, contactId, purpose: purpose as ConsentPurpose }
}
