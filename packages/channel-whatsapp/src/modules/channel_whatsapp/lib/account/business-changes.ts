import { z } from 'zod'
import type { DetailOf } from './account-detail.ts'
import { day, id, number, seconds, text, wireError } from './wire-values.ts'

const restriction = z
  .looseObject({ restriction_type: z.string(), expiration: seconds })
  .transform((one) => ({ type: one.restriction_type, expiresAt: one.expiration }))

export const accountState = z
  .looseObject({
    event: z.string().min(1),
    country: text,
    restriction_info: z.array(restriction).nullish(),
    violation_info: z.looseObject({ violation_type: text }).nullish(),
    ban_info: z
      .looseObject({
        waba_ban_state: z.union([text, z.array(z.string()).transform((states) => states.join(', '))]),
        waba_ban_date: day,
      })
      .nullish(),
    disconnection_info: z.looseObject({ reason: text, initiated_by: text }).nullish(),
  })
  .transform(
    ({
      event,
      country,
      restriction_info,
      violation_info,
      ban_info,
      disconnection_info,
      ...more
    }): DetailOf<'account_state'> => ({
      kind: 'account_state',
      event,
      restrictions: restriction_info ?? [],
      violation: violation_info?.violation_type ?? null,
      ban: ban_info ? { state: ban_info.waba_ban_state, date: ban_info.waba_ban_date } : null,
      disconnection: disconnection_info
        ? { reason: disconnection_info.reason, initiatedBy: disconnection_info.initiated_by }
        : null,
      country,
      more,
    }),
  )

export const accountReview = z
  .looseObject({ decision: z.string().min(1) })
  .transform(({ decision }): DetailOf<'account_review'> => ({ kind: 'account_review', decision }))

const alertInfo = z.looseObject({
  alert_severity: text,
  alert_status: text,
  alert_type: z.string().min(1),
  alert_description: text,
})

export const accountAlert = z
  .looseObject({ entity_type: text, entity_id: id.nullish(), alert_info: alertInfo })
  .transform(
    ({ entity_type, entity_id, alert_info }): DetailOf<'account_alert'> => ({
      kind: 'account_alert',
      entityType: entity_type,
      entityId: entity_id ?? null,
      level: alert_info.alert_severity,
      status: alert_info.alert_status,
      alert: alert_info.alert_type,
      description: alert_info.alert_description,
    }),
  )

/** A number, or a word for none at all. */
const limit = z
  .union([number, z.enum(['unlimited', 'UNLIMITED', 'TIER_UNLIMITED'])])
  .transform((value) => (typeof value === 'string' ? -1 : value))

/** The daily limit was a number's own until Graph v24; now all numbers of a business share it. */
export const capability = z
  .looseObject({
    max_daily_conversations_per_business: limit,
    max_daily_conversation_per_phone: limit,
    max_phone_numbers_per_business: number,
    max_phone_numbers_per_waba: number,
  })
  .transform(
    (value): DetailOf<'capability'> => ({
      kind: 'capability',
      dailyLimit: value.max_daily_conversations_per_business ?? value.max_daily_conversation_per_phone,
      numbersPerBusiness: value.max_phone_numbers_per_business,
      numbersPerAccount: value.max_phone_numbers_per_waba,
    }),
  )
  .refine(({ kind: _, ...limits }) => Object.values(limits).some((limit) => limit !== null))

/** Meta names this field and describes it nowhere. */
export const businessStatus = z
  .record(z.string(), z.unknown())
  .transform((value): DetailOf<'business_status'> => ({ kind: 'business_status', value }))

const coded = wireError.refine((error) => error.code !== null)

export const reportedError = coded.transform((error): DetailOf<'errors'> => ({ kind: 'errors', ...error }))

/** The business keeps its earlier conversations to itself, for example with 2593109. */
export const historyDeclined = coded.transform(
  (error): DetailOf<'history_declined'> => ({
    kind: 'history_declined',
    code: error.code ?? 0,
    message: error.message ?? error.title,
  }),
)
