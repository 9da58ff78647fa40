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
 * One thing that happened to a call. The first is the call itself; what follows names its external id as the target, so
 * that a thread shows one line a call.
 */
export const callContent = z.object({
  type: z.literal('call'),
  /** Null: this is the call itself. */
  targetExternalId: z.string().nullable(),
  /** `recorded` and `transcribed`: there is a record of the call now, so somebody took it. */
  event: z.enum(['started', 'ringing', 'accepted', 'rejected', 'ended', 'recorded', 'transcribed', 'other']),
  isByCustomer: z.boolean(),
  /** Of one that ended. */
  isAnswered: z.boolean().nullable(),
  durationSeconds: z.number().nullable(),
  /** The provider's name of the event. */
  name: z.string(),
  /** What we gave the link or the button by which they called, when we made it. */
  payload: z.string().optional(),
  /** What the provider said, whole, where there is more in it than the hub has terms for: the file of a recording. */
  said: z.record(z.string(), z.unknown()).optional(),
})
export type CallContent = z.infer<typeof callContent>
