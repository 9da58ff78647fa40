import { z } from 'zod'
import { inboundContentSchema } from './inbound-content.ts'
import { phoneSchema } from './sim-schemas.ts'

const chat = { customerId: z.string().min(1), phoneNumberId: z.string().min(1) }
const time = z.iso.datetime({ offset: true })
const text = z.string().min(1).max(65_536)

const textOrContent = { text: text.optional(), content: inboundContentSchema.optional() }
const EITHER = { message: 'Give a text or a content.', path: ['text'] }
const hasEither = (input: { text?: string | undefined; content?: unknown }) =>
  (input.text === undefined) !== (input.content === undefined)

export const customerMessageSchema = z
  .object({
    ...chat,
    ...textOrContent,
    /** The time on the message; now where it is missing. */
    sentAt: time.optional(),
    contextWamid: z.string().min(1).optional(),
    forwarded: z.boolean().optional(),
    frequentlyForwarded: z.boolean().optional(),
    referral: z.record(z.string(), z.unknown()).optional(),
    referredProduct: z
      .object({ catalogId: z.string().min(1), productRetailerId: z.string().min(1) })
      .optional(),
  })
  .refine(hasEither, EITHER)

const ONLY_CUSTOMERS = ['button', 'interactive', 'order', 'system', 'unsupported']
const isBusinessContent = (input: { content?: { type: string } | undefined }) =>
  !input.content || !ONLY_CUSTOMERS.includes(input.content.type)

export const echoSchema = z
  .object({ ...chat, ...textOrContent, sentAt: time.optional() })
  .refine(hasEither, EITHER)
  .refine(isBusinessContent, { message: 'Nobody writes that on a business’s phone.', path: ['content'] })

const pastMessageSchema = z
  .object({
    from: z.enum(['customer', 'business']),
    ...textOrContent,
    mediaPlaceholder: z.literal(true).optional(),
    sentAt: time,
    status: z.enum(['PENDING', 'SENT', 'DELIVERED', 'READ', 'PLAYED', 'ERROR']).default('READ'),
  })
  .refine((input) => hasEither(input) !== (input.mediaPlaceholder === true), EITHER)

export const historySchema = z.union([
  z.object({ phoneNumberId: chat.phoneNumberId, declined: z.literal(true) }),
  z.object({
    phoneNumberId: chat.phoneNumberId,
    phase: z.int().min(0).max(2).default(0),
    chunkOrder: z.int().min(1).default(1),
    progress: z.int().min(0).max(100).default(100),
    threads: z
      .array(
        z.object({ customerId: chat.customerId, messages: z.array(pastMessageSchema).min(1).max(10_000) }),
      )
      .min(1)
      .max(1000),
  }),
])

export const preferenceSchema = z.object({ ...chat, value: z.enum(['stop', 'resume']) })

export const newUserIdSchema = z.object(chat)

export const newPhoneSchema = z.object({ customerId: chat.customerId, phone: phoneSchema })

export const takeoverSchema = z.object({
  /** Who has the number now. */
  customerId: chat.customerId,
  /** Who gets it. */
  name: z.string().trim().min(1).max(100),
})

export const callSchema = z.object({
  ...chat,
  outcome: z.enum(['ringing', 'answered', 'missed']),
  /** How long an answered call lasted. */
  seconds: z.int().min(0).max(86_400).default(60),
  callId: z.string().min(1).max(256).optional(),
})

export const elapsedSchema = z.object({ ...chat, hours: z.int().min(1).max(720).default(24) })

export const burstSchema = z.object({
  phoneNumberId: chat.phoneNumberId,
  customerId: chat.customerId.optional(),
  count: z.int().min(1).max(1000),
})

export const accountEventSchema = z.object({
  wabaId: z.string().min(1),
  field: z.string().regex(/^[a-z_]{1,100}$/, 'Write the field as Meta does, such as account_update.'),
  value: z.record(z.string(), z.unknown()),
})
