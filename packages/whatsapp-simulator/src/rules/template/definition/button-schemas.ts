import { z } from 'zod'

/** An example is a text, or a list of one. */
const example = z
  .union([z.string(), z.array(z.string()).length(1)])
  .transform((given) => (typeof given === 'string' ? given : given[0]!))

const app = z.strictObject({ package_name: z.string().min(1), signature_hash: z.string().min(1) })

const label = z.string().min(1)
const inCapitals = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .transform((text) => text.toUpperCase())
    .pipe(z.enum(values))

export const otpType = inCapitals(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'])

const plain = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), text: label })

/** Buttons as a template is sent in with; their types are in capitals by now. */
export const buttonSchemas = [
  plain('QUICK_REPLY'),
  z.strictObject({
    type: z.literal('URL'),
    text: label,
    url: z.string().min(1),
    example: example.optional(),
  }),
  z.strictObject({ type: z.literal('PHONE_NUMBER'), text: label, phone_number: z.string().min(1) }),
  z.strictObject({ type: z.literal('COPY_CODE'), text: label.optional(), example }),
  z.strictObject({
    type: z.literal('FLOW'),
    text: label,
    flow_id: z.union([z.int().transform(String), z.string()]).optional(),
    flow_name: z.string().min(1).optional(),
    flow_json: z.string().min(1).optional(),
    flow_action: z
      .string()
      .transform((text) => text.toLowerCase())
      .pipe(z.enum(['navigate', 'data_exchange']))
      .default('navigate'),
    navigate_screen: z.string().min(1).optional(),
    icon: inCapitals(['DEFAULT', 'DOCUMENT', 'PROMOTION', 'REVIEW']).optional(),
  }),
  plain('CATALOG'),
  plain('MPM'),
  plain('SPM'),
  plain('ORDER_DETAILS'),
  /** Where Meta has a text of its own, a template need not bring one. */
  z.strictObject({ type: z.literal('REQUEST_CONTACT_INFO'), text: label.optional() }),
  z.strictObject({ type: z.literal('VOICE_CALL'), text: label, ttl_minutes: z.int().optional() }),
  z.strictObject({
    type: z.literal('OTP'),
    otp_type: otpType,
    text: label.optional(),
    autofill_text: label.optional(),
    supported_apps: z.array(app).optional(),
    package_name: z.string().min(1).optional(),
    signature_hash: z.string().min(1).optional(),
    zero_tap_terms_accepted: z.boolean().optional(),
  }),
] as const
