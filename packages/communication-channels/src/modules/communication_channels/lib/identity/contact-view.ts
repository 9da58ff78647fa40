import { z } from 'zod'

const moment = z.iso.datetime()
const person = z.object({ id: z.uuid().nullable(), name: z.string().nullable() }).nullable()

export const contactSummary = z.object({
  id: z.uuid(),
  displayName: z.string().nullable(),
  phone: z.string().nullable(),
  username: z.string().nullable(),
  userId: z.string().nullable(),
})
export type ContactSummary = z.infer<typeof contactSummary>

export const contactView = z.object({
  contact: contactSummary,
  identities: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['phone', 'user_id']),
      value: z.string().nullable(),
      since: moment,
      lastSeen: moment,
      /** Since when it is not theirs any more. */
      until: moment.nullable(),
      /** When it was theirs, the latest first: a number may have been somebody else's in between. */
      periods: z.array(z.object({ since: moment, until: moment.nullable() })),
      /** Who has the number now, where that is somebody else. */
      heldBy: contactSummary.nullable(),
    }),
  ),
  names: z.array(
    z.object({
      kind: z.enum(['display_name', 'username', 'saved_name', 'parent_user_id']),
      value: z.string(),
      since: moment,
      lastSeen: moment,
    }),
  ),
  conversations: z.array(
    z.object({
      id: z.uuid(),
      channelId: z.uuid(),
      channelName: z.string(),
      channelAddress: z.string().nullable(),
      lastMessageAt: moment.nullable(),
    }),
  ),
  events: z.array(
    z.object({
      id: z.string(),
      kind: z.enum([
        'merged',
        'split',
        'phone_changed',
        'user_id_changed',
        'username_changed',
        'number_taken_over',
        'number_passed_on',
      ]),
      reason: z.string(),
      /** What the person who decided it said. */
      note: z.string().nullable(),
      at: moment,
      otherContactId: z.uuid().nullable(),
      /** Whom it is about besides; one who was merged, by what they were known by. */
      other: contactSummary.nullable(),
      /** Who this one was before the other was joined with it, as long as they are one. */
      self: contactSummary.nullable(),
      /** The number, user id or user name until then, and since then. */
      from: z.string().nullable(),
      to: z.string().nullable(),
      deliveryId: z.uuid().nullable(),
      decisionId: z.uuid().nullable(),
      actor: person,
      /** A merge that is still in force, so that it can be taken apart. */
      canUndo: z.boolean(),
    }),
  ),
  decisions: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['together', 'apart']),
      reason: z.string().nullable(),
      at: moment,
      actor: person,
    }),
  ),
})
export type ContactView = z.infer<typeof contactView>
