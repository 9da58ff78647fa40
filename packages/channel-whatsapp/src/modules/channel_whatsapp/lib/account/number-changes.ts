import { z } from 'zod'
import type { DetailOf } from './account-detail.ts'
import { id, text } from './wire-values.ts'

const about = { display_phone_number: id }

/** The limit had another name until February 2026. */
export const numberQuality = z
  .looseObject({
    ...about,
    event: z.string().min(1),
    old_limit: text,
    current_limit: text,
    max_daily_conversations_per_business: text,
  })
  .transform(
    (value): DetailOf<'number_quality'> => ({
      kind: 'number_quality',
      number: value.display_phone_number,
      event: value.event,
      previousLimit: value.old_limit,
      limit: value.max_daily_conversations_per_business ?? value.current_limit,
    }),
  )

export const numberName = z
  .looseObject({
    ...about,
    decision: z.string().min(1),
    requested_verified_name: text,
    rejection_reason: text,
  })
  .transform(
    (value): DetailOf<'number_name'> => ({
      kind: 'number_name',
      number: value.display_phone_number,
      decision: value.decision,
      requestedName: value.requested_verified_name,
      reason: value.rejection_reason === 'NONE' ? null : value.rejection_reason,
    }),
  )

export const numberUsername = z
  .looseObject({ ...about, username: text, status: z.string().min(1) })
  .transform(
    (value): DetailOf<'number_username'> => ({
      kind: 'number_username',
      number: value.display_phone_number,
      username: value.username?.replace(/^@/, '') ?? null,
      status: value.status.toLowerCase(),
    }),
  )

export const numberSecurity = z
  .looseObject({ ...about, event: z.string().min(1), requester: text })
  .transform(
    (value): DetailOf<'number_security'> => ({
      kind: 'number_security',
      number: value.display_phone_number,
      event: value.event,
      requester: value.requester,
    }),
  )

export const numberSettings = z
  .looseObject({ phone_number_settings: z.looseObject({ phone_number_id: text }) })
  .transform(
    ({ phone_number_settings: { phone_number_id, ...settings } }): DetailOf<'number_settings'> => ({
      kind: 'number_settings',
      phoneNumberId: phone_number_id,
      settings,
    }),
  )
