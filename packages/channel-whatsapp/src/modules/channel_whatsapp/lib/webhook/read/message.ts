import { z } from 'zod'
import { messageContext } from './message-context.ts'
import { metaId, metaUserId, seconds, toldOrOdd } from './meta-values.ts'
import { webhookErrors } from './webhook-error.ts'

/** What every message has, whoever wrote it and whenever. */
export const message = z.object({
  id: metaId,
  timestamp: seconds,
  type: z.string().min(1).max(100),
  from: toldOrOdd,
  from_user_id: metaUserId,
  to: toldOrOdd,
  to_user_id: metaUserId,
  group_id: toldOrOdd,
  ...messageContext,
  identity: z.object({ hash: toldOrOdd }).optional().catch(undefined),
  history_context: z.object({ status: toldOrOdd }).optional().catch(undefined),
  errors: webhookErrors,
})
export type WebhookMessage = z.infer<typeof message>
