import { z } from 'zod'
import { line, longText } from '../content/bounds.ts'
import { notificationValue } from '../notifications/notification-value.ts'

/**
 * Asks the person to confirm that they agreed to marketing: on no other basis than that they did. The hub alone asks it, once
 * and with a note in the ledger (`lib/consent/tasks/ask.ts`): whoever else could send under this name would have that basis.
 */
export const DOUBLE_OPT_IN = 'double_opt_in'
/** Asks the person to write again, so that the conversation can go on. */
export const RE_ENGAGEMENT = 're_engagement'

const MOST_DATA = 50

export const notificationName = line(1, 512).regex(/^[a-z0-9_]+$/, 'Small letters, digits and underscores.')

/** A notification of the business, by its name: the policy picks in which form it leaves. */
export const notificationIntent = z.strictObject({
  name: notificationName.refine(
    (name) => name !== DOUBLE_OPT_IN,
    'Only recording a consent that needs a second yes asks for that.',
  ),
  /** The person's locale. Absent: what the hub knows of it. */
  language: line(2, 15).optional(),
  /** What to take where there is no template in their language, nor in that of the organisation. */
  fallbackLanguage: line(2, 15).optional(),
  /** What the templates’ variables stand for, by their names. */
  data: z
    .record(z.string().max(64), notificationValue)
    .refine((data) => Object.keys(data).length <= MOST_DATA, `No more than ${MOST_DATA} values.`)
    .default({}),
  /** The same in plain words, for as long as free content may leave. */
  text: longText.optional(),
})
export type NotificationIntent = z.infer<typeof notificationIntent>
