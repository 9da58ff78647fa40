import { z } from 'zod'
import { messageContext } from './message-context.ts'
import { metaId, metaUserId, seconds, toldOrOdd, toldPhone } from './meta-values.ts'
import { webhookErrors } from './webhook-error.ts'

/** What every message has, whoever wrote it and whenever. */
export const message = z.compile(
  z.object({
    id: metaId,
    timestamp: seconds,
    type: z.string().min(1).max(100),
    from: toldPhone,
    from_user_id: metaUserId,
    to: toldPhone,
    to_user_id: metaUserId,
    /** However odd: what is said in a group is never taken for said to us. */
    group_id: z
      .union([z.string().min(1), z.number().transform(String)])
      .optional()
      .catch(undefined),
    ...messageContext,
    identity: z.object({ hash: toldOrOdd }).optional().catch(undefined),
    history_context: z.object({ status: toldOrOdd }).optional().catch(undefined),
    errors: webhookErrors,
  }),
)
export type WebhookMessage = z.infer<typeof message>
