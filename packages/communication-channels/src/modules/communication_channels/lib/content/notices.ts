import { z } from 'zod'

/** What happened around a conversation, told by the provider: shown in the thread as a line, not as a bubble. */
export const systemContent = z.object({
  type: z.literal('system'),
  kind: z.enum([
    'phone_changed',
    'user_id_changed',
    'identity_changed',
    'marketing_stopped',
    'marketing_resumed',
    'marketing_signed_up',
    'other',
  ]),
  /** The provider's own words, where it has some. */
  text: z.string().nullable(),
  previous: z.string().nullable(),
  current: z.string().nullable(),
})
export type SystemContent = z.infer<typeof systemContent>

/**
 * One thing that happened to a call. The first has the call's id as its own external id; what follows names the call
 * as its target, so that a thread shows one line a call.
 */
export const callContent = z.object({
  type: z.literal('call'),
  /** Null: this is the call itself. */
  targetExternalId: z.string().nullable(),
  event: z.enum(['started', 'ringing', 'accepted', 'rejected', 'ended', 'other']),
  isByCustomer: z.boolean(),
  /** Of one that ended. */
  isAnswered: z.boolean().nullable(),
  durationSeconds: z.number().nullable(),
  /** The provider's name of the event. */
  name: z.string(),
})
export type CallContent = z.infer<typeof callContent>
