import { z } from 'zod'
import { actionWith, anyHeader, body, footer, namedAction } from './interactive-frame.ts'
import { limitedText, webAddress } from './parts.ts'

const LONGEST_CALL_BUTTON_MINUTES = 43_200

export const linkAction = actionWith(
  'cta_url',
  z.strictObject({ display_text: limitedText(20), url: webAddress }),
)

export const ctaUrl = z.strictObject({
  type: z.literal('cta_url'),
  header: anyHeader,
  body: body(),
  footer,
  action: linkAction,
})

export const locationRequest = z.strictObject({
  type: z.literal('location_request_message'),
  body: body(),
  action: namedAction('send_location'),
})

export const contactInfoRequest = z.strictObject({
  type: z.literal('request_contact_info'),
  body: body(),
  action: namedAction('request_contact_info'),
})

export const callPermissionRequest = z.strictObject({
  type: z.literal('call_permission_request'),
  body: body().optional(),
  action: namedAction('call_permission_request'),
})

export const voiceCall = z.strictObject({
  type: z.literal('voice_call'),
  body: body(),
  action: z.strictObject({
    name: z.literal('voice_call'),
    parameters: z
      .strictObject({
        display_text: limitedText(20).optional(),
        ttl_minutes: z.int().min(1).max(LONGEST_CALL_BUTTON_MINUTES).optional(),
        payload: limitedText(512).optional(),
      })
      .optional(),
  }),
})

/** Only India has addresses in this form. */
export const addressMessage = z.strictObject({
  type: z.literal('address_message'),
  header: anyHeader,
  body: body(),
  footer,
  action: actionWith(
    'address_message',
    z.strictObject({
      country: z.literal('IN'),
      values: z.record(z.string(), z.unknown()).optional(),
      saved_addresses: z
        .array(z.strictObject({ id: z.string(), value: z.record(z.string(), z.unknown()) }))
        .optional(),
      validation_errors: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
})
