import { z } from 'zod'
import { writtenText } from './written-text.ts'

/** Far above every limit of Meta's. */
const text = writtenText(5_000)
const name = writtenText(1_000)
const type = <Kind extends string>(kind: Kind) => z.literal(kind)
const app = z.strictObject({ package_name: name, signature_hash: name })

export const definitionButton = z.discriminatedUnion('type', [
  z.strictObject({ type: type('QUICK_REPLY'), text }),
  z.strictObject({ type: type('CATALOG'), text }),
  z.strictObject({ type: type('MPM'), text }),
  z.strictObject({ type: type('SPM'), text }),
  z.strictObject({ type: type('ORDER_DETAILS'), text }),
  z.strictObject({ type: type('URL'), text, url: text, example: z.array(text).max(5).optional() }),
  z.strictObject({ type: type('PHONE_NUMBER'), text, phone_number: writtenText(100) }),
  /** Meta writes what is on this button. */
  z.strictObject({ type: type('COPY_CODE'), text: text.optional(), example: text }),
  z.strictObject({
    type: type('FLOW'),
    text,
    flow_id: name.optional(),
    flow_name: name.optional(),
    flow_json: writtenText(200_000).optional(),
    flow_action: z.enum(['navigate', 'data_exchange']).optional(),
    navigate_screen: name.optional(),
    icon: z.enum(['DOCUMENT', 'PROMOTION', 'REVIEW']).optional(),
  }),
  z.strictObject({ type: type('VOICE_CALL'), text, ttl_minutes: z.int32().optional() }),
  z.strictObject({ type: type('REQUEST_CONTACT_INFO'), text: text.optional() }),
  /** Of an authentication template. */
  z.strictObject({
    type: type('OTP'),
    otp_type: z.enum(['COPY_CODE', 'ONE_TAP', 'ZERO_TAP']),
    text: text.optional(),
    autofill_text: text.optional(),
    supported_apps: z.array(app).max(5).optional(),
    /** The older form of one supported app. */
    package_name: name.optional(),
    signature_hash: name.optional(),
    zero_tap_terms_accepted: z.boolean().optional(),
  }),
])
export type DefinitionButton = z.output<typeof definitionButton>
export type ButtonType = DefinitionButton['type']
